// Package exercise reads exercises: a folder with an exercise.toml, its suite, solutions, starter and assets; or a bare
// pytest suite without any of that.
//
// It promises that what it returns is consistent and bounded in size, and that whatever is wrong with a folder is said
// at once, as an *Error with file, line and remedy. It runs nothing: whether the tests can be collected and the
// solutions do what they say is found out by a grading.
package exercise

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// Which tests share a candidate: none, those of a file, or all as in one process, but for what a death cuts off.
const (
	Alone    = "alone"
	Together = "together"
	AsOne    = "as-one"
)

// Exercise is one exercise, read whole.
type Exercise struct {
	Slug      string
	Title     string
	Summary   string
	Level     string // "easy", "medium", "hard", or empty
	Topics    []string
	Source    string          // the interview question that it makes executable
	Entry     string          // "solution.py", or "bank/__init__.py" for a package
	Files     grade.Globs     // what a submission may hold; they admit the entry
	Modules   map[string]bool // top-level modules that a submission may also hold
	Follows   bool            // whether it may also hold those that its own files import
	Interface string          // "plain" or "objects"
	Tests     string          // Alone, Together or AsOne: which of them share a candidate
	Recording bool            // for a run of a reference whose surface a person will read
	Surface   grade.Surface   // of "objects": what tests may use of a solution's objects; nil for everything
	Isolation string          // "split" or "shared"
	Limits    grade.Limits
	Feedback  grade.Feedback
	Tasks     []grade.TaskSpec
	Expected  []ExpectedTest // nil where no tests.toml records them
	Suite     Suite
	Assets    []grade.File // paths relative to assets/
	Starter   []grade.File // paths relative to starter/, as in a submission
	README    string
	Accepted  []Solution
	Rejected  []Solution
}

// Suite holds the files of the tests, sorted by path, which is relative to the exercise's folder.
type Suite struct {
	Public []grade.File // below tests/public
	Hidden []grade.File // below tests/hidden
	Shared []grade.File // all else below tests, such as a conftest.py for both
}

// ExpectedTest is a test that has to report.
type ExpectedTest struct {
	ID         string // the pytest node id
	Task       string // empty for a test without one
	Visibility grade.Visibility
}

// Solution is a submission of the author's own.
type Solution struct {
	Name  string
	Files []grade.File // as in a submission
	Loses []string     // of a rejected one: the tasks that it must lose; it must keep all others
	Note  string       // the comment lines that follow, in one
}

// Module is the name by which tests import the entry.
func (e *Exercise) Module() string {
	if e.IsPackage() {
		return path.Dir(e.Entry)
	}
	return strings.TrimSuffix(e.Entry, ".py")
}

// IsPackage reports whether the entry is a package, which a single file cannot be.
func (e *Exercise) IsPackage() bool { return path.Dir(e.Entry) != "." }

// configFile is what makes a folder an exercise.
const configFile = "exercise.toml"

// Load reads the exercise in the folder dir of fsys. What is wrong with it is an *Error.
func Load(fsys fs.FS, dir string) (*Exercise, error) {
	return load(fsys, dir, "", true)
}

// load is Load with the name of fsys, as the user knows it, before the paths in errors. Where what was recorded is to be
// recorded anew, it is not read: it may not fit the tests any more.
func load(fsys fs.FS, dir, shown string, recorded bool) (*Exercise, error) {
	p := &problems{doing: "reading exercise " + quote(path.Base(dir)), shown: shown}
	e := readConfig(fsys, dir, p)
	if e == nil {
		return nil, p.err()
	}
	readSuite(fsys, dir, e, p)
	if recorded {
		readExpected(fsys, dir, e, p)
	}
	readSurface(fsys, dir, e, p, recorded)
	e.Assets = readTree(fsys, path.Join(dir, "assets"), p, nil).under("assets/")
	e.Starter = readTree(fsys, path.Join(dir, "starter"), p, nil).under("starter/")
	if len(e.Starter) > 0 && !hasFile(e.Starter, e.Entry) {
		p.add(path.Join(dir, "starter"), 0, "does not hold the entry %s, which the candidate starts from", e.Entry)
	}
	e.Accepted = readSolutions(fsys, path.Join(dir, "solutions/accepted"), e, p, false)
	e.Rejected = readSolutions(fsys, path.Join(dir, "solutions/rejected"), e, p, true)
	if data, ok := readOptional(fsys, path.Join(dir, "README.md"), p); ok {
		e.README = string(data)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	return e, nil
}

func hasFile(files []grade.File, name string) bool {
	return slices.ContainsFunc(files, func(f grade.File) bool { return f.Path == name })
}
