package exercise

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// Imported is an exercise that was made of a folder in another layout, and is not written yet.
type Imported struct {
	Slug  string
	Files []grade.File // of the exercise's folder, sorted
	Notes []string     // sentences on what was not carried over, or not as it was
}

// exercism is a folder in Exercism's layout on its way to becoming an exercise.
type exercism struct {
	fsys   fs.FS
	config exercismConfig
	entry  string
	out    Imported

	problems *problems
}

// FromExercism makes an exercise of a folder in the layout of Exercism's tracks: .meta/config.json, which names the
// stub, the tests and the example, and .docs. The slug is the folder's name. All tests become hidden ones.
func FromExercism(fsys fs.FS, slug string) (*Imported, error) {
	p := &problems{doing: "importing " + quote(slug) + " from Exercism"}
	x := &exercism{fsys: fsys, out: Imported{Slug: slug}, problems: p}
	if !slugPattern.MatchString(slug) || len(slug) > 64 {
		p.add("", 0, "the folder's name becomes the exercise's, and must be lower-case words joined by single hyphens; rename it")
	}
	if x.readConfig() {
		x.tests()
		x.starter()
		x.reference()
		x.editorFiles()
		x.neighbours()
		x.readme()
		x.leaveOut()
		x.add(configFile, []byte(x.toml()))
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	slices.SortFunc(x.out.Files, func(a, b grade.File) int { return cmp.Compare(a.Path, b.Path) })
	return &x.out, nil
}

func (x *exercism) add(name string, data []byte) {
	if hasFile(x.out.Files, name) {
		return // the configuration names it twice
	}
	x.out.Files = append(x.out.Files, grade.File{Path: name, Data: data})
}

func (x *exercism) note(format string, args ...any) {
	x.out.Notes = append(x.out.Notes, fmt.Sprintf(format, args...))
}

// read reads a file that the configuration names; false after saying what is wrong with it.
func (x *exercism) read(name string) ([]byte, bool) {
	if !fs.ValidPath(name) {
		x.problems.add(exercismConfigFile, 0, "names the file %s, which is not a path within the folder", quote(name))
		return nil, false
	}
	data, err := readBounded(x.fsys, name, maxFileBytes)
	if err != nil {
		x.problems.add(name, 0, "is named by %s and cannot be read: %v", exercismConfigFile, err)
	}
	return data, err == nil
}

func (x *exercism) has(name string) bool {
	_, err := fs.Stat(x.fsys, name)
	return err == nil
}

func (x *exercism) tests() {
	hasTest := false
	for _, name := range x.config.Files.Test {
		data, ok := x.read(name)
		if !ok {
			continue
		}
		hasTest = hasTest || isTestFile(name)
		x.add(hiddenPrefix+name, data)
		if bytes.Contains(data, []byte("mark.task(taskno")) {
			x.note("the numbers of tasks in %s: all tests are one task, until [[tasks]] and @pytest.mark.task(\"id\") say otherwise", name)
		}
	}
	if !hasTest && len(x.problems.list) == 0 {
		x.problems.add(exercismConfigFile, 0, "names no test under files.test; pytest looks for test_*.py or *_test.py")
	}
}

// starter takes the stubs, as far as they are there.
func (x *exercism) starter() {
	if !x.has(x.entry) {
		x.note("a starter: the stub %s is not there", x.entry)
		return
	}
	for _, name := range x.config.Files.Solution {
		if data, ok := x.read(name); ok {
			x.add("starter/"+name, data)
		}
	}
}

// reference takes the example or exemplar as the accepted solution.
func (x *exercism) reference() {
	solution := x.config.Files.Solution
	names := x.config.reference()
	switch {
	case len(names) == 0:
		x.note("a reference: %s names no example or exemplar, so that no test and no surface is recorded; "+
			"put a right solution into solutions/accepted and run pygrader verify --record", exercismConfigFile)
		return
	case len(names) != len(solution):
		x.note("the reference: it has %d files and the stub has %d, so that it is not clear which stands for which", len(names), len(solution))
		return
	}
	name := strings.TrimSuffix(path.Base(names[0]), ".py")
	for i, from := range names {
		data, ok := x.read(from)
		switch {
		case !ok:
		case len(names) == 1 && path.Dir(x.entry) == ".":
			x.add("solutions/accepted/"+name+".py", data)
		default:
			x.add("solutions/accepted/"+name+"/"+solution[i], data)
		}
	}
}

// editorFiles go to the tests, which import them in the judge. What the solution imports too it gets as an asset; the
// others it must not have, they often hold expected values.
func (x *exercism) editorFiles() {
	var sources [][]byte
	for _, f := range x.out.Files {
		if strings.HasPrefix(f.Path, "starter/") || strings.HasPrefix(f.Path, "solutions/") {
			sources = append(sources, f.Data)
		}
	}
	given := map[string][]byte{}
	for _, name := range x.config.Files.Editor {
		if data, ok := x.read(name); ok {
			given[name] = data
			x.add(hiddenPrefix+name, data)
		}
	}
	for i := 0; i < len(sources); i++ { // assets that they import follow
		for _, name := range slices.Sorted(maps.Keys(given)) {
			if imports(sources[i], name) {
				x.add("assets/"+name, given[name])
				x.note("%s as one file for both sides: the solution imports it, so that submissions can read it in assets/, "+
					"and the tests have a copy of their own; see that it holds no expected value", name)
				sources = append(sources, given[name])
				delete(given, name)
			}
		}
	}
}

// neighbours takes the modules beside the tests that these import, though the configuration does not name them.
func (x *exercism) neighbours() {
	entries, err := fs.ReadDir(x.fsys, ".")
	if err != nil {
		x.problems.add("", 0, "%v", err)
	}
	for i := 0; i < len(x.out.Files); i++ { // those that they import follow
		from := x.out.Files[i]
		for _, entry := range entries {
			name := entry.Name()
			if !strings.HasPrefix(from.Path, hiddenPrefix) || !strings.HasSuffix(name, ".py") || !entry.Type().IsRegular() ||
				slices.Contains(x.config.Files.Solution, name) || !imports(from.Data, name) {
				continue
			}
			if data, ok := x.read(name); ok {
				x.add(hiddenPrefix+name, data)
			}
		}
	}
}

// imports reports whether a Python source imports the module of that file.
func imports(source []byte, file string) bool {
	module := strings.ReplaceAll(strings.TrimSuffix(file, ".py"), "/", ".")
	return regexp.MustCompile(`(?m)^\s*(?:from|import)\s+(?:[\w.]+\s*,\s*)*` + regexp.QuoteMeta(module) + `\b`).Match(source)
}

// leaveOut notes what else lies there.
func (x *exercism) leaveOut() {
	if x.has(".docs/hints.md") {
		x.note(".docs/hints.md: hints belong to tasks in %s", configFile)
	}
	for _, dir := range []string{".approaches", ".articles"} {
		if x.has(dir) {
			x.note("%s: there is no place for it", dir)
		}
	}
	entries, err := fs.ReadDir(x.fsys, ".")
	if err != nil {
		x.problems.add("", 0, "%v", err)
	}
	f := x.config.Files
	known := slices.Concat(f.Solution, f.Test, f.Editor, []string{"README.md", "HELP.md"})
	for _, entry := range entries {
		inside := func(name string) bool { return name == entry.Name() || strings.HasPrefix(name, entry.Name()+"/") }
		if !skipped(entry.Name(), entry.IsDir()) && entry.Name()[0] != '.' && !slices.ContainsFunc(known, inside) && !hasFile(x.out.Files, hiddenPrefix+entry.Name()) {
			x.note("%s: %s does not name it", entry.Name(), exercismConfigFile)
		}
	}
}
