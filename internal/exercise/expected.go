package exercise

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// TestsFile records the tests that have to report.
const TestsFile = "tests.toml"

const recordRemedy = "record it anew with pygrader verify --record"

// readExpected reads tests.toml, where there is one: the tests that have to report.
func readExpected(fsys fs.FS, dir string, e *Exercise, p *problems) {
	file := path.Join(dir, TestsFile)
	data, ok := readOptional(fsys, file, p)
	if !ok {
		return
	}
	t := parseTOML(file, data, p)
	if t == nil || !checkFormat(t) {
		return
	}
	seen := map[string]int{}
	tests := t.tables("test")
	if len(tests) == 0 {
		p.add(file, 0, "lists no test; delete it, or %s", recordRemedy)
	}
	for _, test := range tests {
		expected := ExpectedTest{ID: test.text("id", ""), Task: test.text("task", "")}
		switch {
		case !test.has("id"):
			p.add(file, test.here(), "this test has no id; %s", recordRemedy)
		case seen[expected.ID] > 0:
			test.bad("id", "is %s, as is that of line %d; %s", quote(expected.ID), seen[expected.ID], recordRemedy)
		default:
			seen[expected.ID] = test.line("id")
			checkExpected(test, &expected, e)
			e.Expected = append(e.Expected, expected)
		}
		test.finish()
	}
	t.finish()
}

func checkExpected(t *table, x *ExpectedTest, e *Exercise) {
	name, _, _ := strings.Cut(x.ID, "::")
	files := e.Suite.Public
	switch {
	case strings.HasPrefix(x.ID, publicPrefix):
		x.Visibility = grade.Public
	case strings.HasPrefix(x.ID, hiddenPrefix):
		x.Visibility, files = grade.Hidden, e.Suite.Hidden
	default:
		t.bad("id", "is %s, but must start with %s or %s", describe(t.values["id"]), publicPrefix, hiddenPrefix)
		return
	}
	if !hasFile(files, name) {
		t.bad("id", "names %s, which is not there; %s", name, recordRemedy)
	}
	if x.Task == "" {
		return
	}
	var declared []string
	for _, task := range e.Tasks {
		declared = append(declared, task.ID)
	}
	if !slices.Contains(declared, x.Task) {
		t.bad("task", "is %s, which %s does not declare%s", quote(x.Task), configFile, meant(x.Task, declared))
	}
}

// FormatExpected writes a tests.toml that reads as those tests, in their order.
func FormatExpected(tests []ExpectedTest) []byte {
	var b strings.Builder
	b.WriteString("format = 1\n")
	for _, t := range tests {
		b.WriteString("\n[[test]]\nid = " + tomlText(t.ID) + "\n")
		if t.Task != "" {
			b.WriteString("task = " + tomlText(t.Task) + "\n")
		}
	}
	return []byte(b.String())
}
