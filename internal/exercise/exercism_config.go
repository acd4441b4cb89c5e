package exercise

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

const exercismConfigFile = ".meta/config.json"

// exercismConfig is what we know of Exercism's own configuration of an exercise.
type exercismConfig struct {
	Title     string   `json:"title"`
	Blurb     string   `json:"blurb"`
	Authors   []string `json:"authors"`
	Source    string   `json:"source"`
	SourceURL string   `json:"source_url"`
	Files     struct {
		Solution []string `json:"solution"`
		Test     []string `json:"test"`
		Example  []string `json:"example"`
		Exemplar []string `json:"exemplar"`
		Editor   []string `json:"editor"`
	} `json:"files"`
}

// reference is the example of a practice exercise or the exemplar of a concept exercise.
func (c exercismConfig) reference() []string {
	if len(c.Files.Exemplar) > 0 {
		return c.Files.Exemplar
	}
	return c.Files.Example
}

// readConfig reads the configuration and finds the entry; false where nothing more can be said of the folder.
func (x *exercism) readConfig() bool {
	data, err := readBounded(x.fsys, exercismConfigFile, maxConfigBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		x.problems.add(exercismConfigFile, 0, "is missing; name the folder of one exercise of a track, such as exercises/practice/two-fer")
		return false
	case err != nil:
		x.problems.add(exercismConfigFile, 0, "%v", err)
		return false
	}
	if err := json.Unmarshal(data, &x.config); err != nil {
		x.problems.add(exercismConfigFile, lineOfJSON(data, err), "is not as Exercism writes it: %v", err)
		return false
	}
	x.fillIn()
	entry, problem := parseEntry(x.config.Files.Solution[0])
	if problem != "" {
		x.problems.add(exercismConfigFile, 0, "the stub is %s, %s", quote(x.config.Files.Solution[0]), problem)
		return false
	}
	x.entry = entry
	return true
}

// fillIn names the files that the configuration does not name as Exercism's tools do, from the slug.
func (x *exercism) fillIn() {
	name := strings.ReplaceAll(x.out.Slug, "-", "_")
	f := &x.config.Files
	if len(f.Solution) == 0 {
		f.Solution = []string{name + ".py"}
	}
	if tests := name + "_test.py"; len(f.Test) == 0 && x.has(tests) {
		f.Test = []string{tests}
	}
	for _, made := range []string{".meta/exemplar.py", ".meta/example.py"} {
		if len(x.config.reference()) == 0 && x.has(made) {
			f.Example = []string{made}
		}
	}
}

func lineOfJSON(data []byte, err error) int {
	offset := int64(-1)
	if at, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = at.Offset
	}
	if at, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = at.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return 0
	}
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// toml writes the exercise.toml.
func (x *exercism) toml() string {
	var b strings.Builder
	b.WriteString("format = 1\nslug = " + tomlText(x.out.Slug) + "\ntitle = " + tomlText(x.title()) + "\n")
	if summary := oneLine(x.config.Blurb); summary != "" {
		b.WriteString("summary = " + tomlText(summary) + "\n")
	}
	b.WriteString("source = " + tomlText(x.source()) + "\nentry = " + tomlText(x.entry) + "\n")
	writeList(&b, "files", x.config.Files.Solution)
	b.WriteString("interface = " + tomlText(interfaceObjects) + "\n")
	return b.String()
}

func (x *exercism) title() string {
	if title := oneLine(x.config.Title); title != "" {
		return title
	}
	words := strings.Split(x.out.Slug, "-")
	for i, word := range words {
		if word != "" {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, " ")
}

// source names who made the exercise, which its licence asks for.
func (x *exercism) source() string {
	text := "imported from Exercism"
	if len(x.config.Authors) > 0 {
		text += ", by " + strings.Join(x.config.Authors, ", ")
	}
	if more := strings.TrimSpace(x.config.Source + " " + x.config.SourceURL); more != "" {
		text += "; after: " + more
	}
	return oneLine(text)
}

// oneLine makes foreign text fit for a title: one line, no control characters, and not too long.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	if len(s) <= maxLineLength {
		return s
	}
	end := maxLineLength - len("…")
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
