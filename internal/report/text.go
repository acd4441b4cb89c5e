package report

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fatih/color"
	"golang.org/x/term"

	"github.com/pygrader/pygrader/internal/grade"
)

// TextOptions fit a text report to where it is shown.
type TextOptions struct {
	Color bool
	Width int // of a line; 0 for a width that suits a log
}

// TerminalOptions finds out what suits a file: colour on a terminal only, unless NO_COLOR is set or TERM says dumb.
func TerminalOptions(f *os.File, getenv func(string) string) TextOptions {
	fd := int(f.Fd())
	if !term.IsTerminal(fd) {
		return TextOptions{}
	}
	width, _, err := term.GetSize(fd)
	if err != nil {
		width = 0
	}
	return TextOptions{Color: getenv("NO_COLOR") == "" && getenv("TERM") != "dumb", Width: width}
}

// Text writes reports for people: a line that says it all, the tasks, what went wrong, and for reviewers the figures.
type Text struct {
	w     io.Writer
	width int
	good  *color.Color
	bad   *color.Color
	faint *color.Color
	count int
	// How many had each status.
	counts map[grade.Status]int
}

// NewText makes one.
func NewText(w io.Writer, o TextOptions) *Text {
	t := &Text{w: w, width: 100, good: color.New(color.FgGreen), bad: color.New(color.FgRed, color.Bold), faint: color.New(color.Faint),
		counts: map[grade.Status]int{}}
	if o.Width > 0 {
		t.width = max(o.Width, 40)
	}
	for _, c := range []*color.Color{t.good, t.bad, t.faint} {
		// Said either way: left alone, the package looks at the environment itself.
		if o.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
	}
	return t
}

// Result writes one report, with an empty line before it if it is not the first.
func (t *Text) Result(r grade.Result) error {
	p := &page{Text: t}
	t.counts[r.Status]++
	if t.count++; t.count > 1 {
		p.put("")
	}
	p.summary(r)
	p.tasks(r)
	p.failures(r)
	p.figures(r)
	_, err := io.WriteString(t.w, p.b.String())
	return err
}

// Close sums up where there was more than one.
func (t *Text) Close() error {
	if t.count < 2 {
		return nil
	}
	var parts []string
	for _, s := range []struct {
		status grade.Status
		word   string
	}{
		{grade.StatusPassed, "passed"}, {grade.StatusFailed, "failed"}, {grade.StatusInvalid, "invalid"},
		{grade.StatusSuiteError, "with an error of the suite"}, {grade.StatusSystemError, "not graded"},
	} {
		if n := t.counts[s.status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.word))
		}
	}
	_, err := fmt.Fprintf(t.w, "\n%d submissions: %s\n", t.count, strings.Join(parts, ", "))
	return err
}

// page is the report of one submission while it is put together.
type page struct {
	*Text
	b strings.Builder
}

func (p *page) put(text string) { p.b.WriteString(strings.TrimRight(text, " ") + "\n") }

func (p *page) summary(r grade.Result) {
	label, score, paint := "FAILED", points(r.Score, r.MaxScore), p.bad
	switch r.Status {
	case grade.StatusPassed:
		label, paint = "PASSED", p.good
	case grade.StatusInvalid:
		label = "INVALID"
	case grade.StatusSuiteError:
		label, score = "SUITE ERROR", "no score"
	case grade.StatusSystemError:
		label, score = "NOT GRADED", "no score"
	default: // failed
	}
	p.put(fmt.Sprintf("%s  %s  %s  (%s)", paint.Sprint(label), line(r.Submission), score, line(r.Exercise)))
	if s := sentence(r); s != "" {
		p.wrap("  ", brief(s))
	}
	if r.Isolation != grade.IsolationSplit {
		p.wrap("  ", "Isolation: shared. Tests and submission ran in one process: nothing kept the submission from the tests and the verdict.")
	}
	if s := surface(r); s != "" {
		p.wrap("  ", s)
	}
	if len(r.LeftOut) > 0 {
		p.wrap("  ", "Left out: "+line(strings.Join(r.LeftOut, ", ")))
	}
	if n := len(r.Unrecorded); n > 0 {
		p.wrap("  ", "Not run, since tests.toml does not name them (pygrader verify --record adds them): "+
			line(strings.Join(r.Unrecorded[:min(n, mostUnrecorded)], ", "))+more(n-mostUnrecorded))
	}
	p.quote("  ", "", r.Detail, linesOfReport)
}

const mostUnrecorded = 5 // that a report names

func more(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}

func (p *page) tasks(r grade.Result) {
	if len(r.Tasks) == 0 || r.Status != grade.StatusPassed && r.Status != grade.StatusFailed {
		return // nothing ran, so there is nothing to say of them
	}
	p.put("")
	p.put("Tasks")
	for _, t := range r.Tasks {
		mark := p.good.Sprint("earned")
		if t.Earned < t.Weight {
			mark = p.bad.Sprint("lost  ")
		}
		name := line(t.ID)
		if t.Title != "" {
			name += ": " + line(t.Title)
		}
		p.hang("  "+mark+"  ", len("  earned  "), name+", "+points(t.Earned, t.Weight)+tally(r, t))
		if t.Hint != "" && t.Earned < t.Weight {
			p.wrap("          ", "Hint: "+line(t.Hint))
		}
	}
}

// Bounds of foreign text in a report; the JSON has it whole.
const (
	linesOfReport = 80
	linesOfOutput = 20
)

func (p *page) failures(r grade.Result) {
	first := true
	for _, t := range r.Tests {
		if t.Outcome == grade.Passed {
			continue
		}
		if first {
			p.put("")
			p.put("Tests that did not pass")
			first = false
		}
		where := string(t.Visibility)
		if t.Task != "" {
			where += ", " + t.Task
		}
		p.put(fmt.Sprintf("  %s  %s  %s", p.bad.Sprint(words(t.Outcome)), line(t.ID), p.faint.Sprint("("+line(where)+")")))
		text := brief(t.Message)
		if t.Line != "" {
			text = strings.TrimSpace(text + " [" + line(t.Line) + "]")
		}
		if text != "" {
			p.wrap("    ", text)
		}
		p.quote("    ", "", t.Report, linesOfReport)
		p.quote("    ", "stdout", t.Stdout, linesOfOutput)
		p.quote("    ", "stderr", t.Stderr, linesOfOutput)
	}
}

// figures list what each test took, for reviewers.
func (p *page) figures(r grade.Result) {
	if r.View != grade.ViewReviewer || len(r.Tests) == 0 {
		return
	}
	p.put("")
	p.put("Figures")
	for _, t := range r.Tests {
		p.put(fmt.Sprintf("  %-12s  %s  %s", words(t.Outcome), line(t.ID), p.faint.Sprint("("+figures(t)+")")))
	}
}

// quote sets foreign text apart from the report's own by a bar before each line.
func (p *page) quote(indent, title, text string, most int) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if title != "" {
		p.put(indent + title + ":")
	}
	for l := range strings.SplitSeq(block(excerpt(text, most)), "\n") {
		p.put(indent + p.faint.Sprint("| ") + l)
	}
}

func (p *page) wrap(indent, text string) { p.hang(indent, len(indent), text) }

// hang breaks text at spaces to the page's width, with later lines below its beginning. The width of the first line's
// prefix is given, since colour has none.
func (p *page) hang(prefix string, width int, text string) {
	indent := strings.Repeat(" ", width)
	current, used := prefix, width
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, strings.TrimSpace(text))
	for i, word := range strings.Split(text, " ") { // each space counts: a test may compare texts that differ in them
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
			current += word
			used += n
		case used+1+n > p.width:
			p.put(current)
			current, used = indent+word, width+n
		default:
			current += " " + word
			used += 1 + n
		}
	}
	p.put(current)
}
