package exercise

import "strings"

// readme puts the documents together, each under a heading of its own, as Exercism shows them.
func (x *exercism) readme() {
	text := "# " + x.title() + "\n"
	found := false
	for _, name := range []string{"introduction.md", "instructions.md", "instructions.append.md"} {
		data, ok := readOptional(x.fsys, ".docs/"+name, x.problems)
		if !ok {
			continue
		}
		found = true
		text += "\n" + strings.TrimSpace(demote(string(data))) + "\n"
	}
	if !found {
		x.note("a statement: there is neither .docs/instructions.md nor .docs/introduction.md; README.md holds the blurb")
		text += "\n" + strings.TrimSpace(x.config.Blurb) + "\n"
	}
	x.add("README.md", []byte(text))
}

// demote moves the headings of a document down by one, but not what looks like one in a block of code.
func demote(text string) string {
	var b strings.Builder
	code := false
	for l := range strings.Lines(text) {
		if strings.HasPrefix(l, "```") || strings.HasPrefix(l, "~~~") {
			code = !code
		}
		if !code && strings.HasPrefix(l, "#") {
			b.WriteByte('#')
		}
		b.WriteString(l)
	}
	return b.String()
}
