package exercise

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// FromSuite makes an exercise of a pytest file or folder that has no exercise.toml. All its files are hidden, with
// paths relative to the folder; limits and the rest are the defaults. Files of the name of the entry are left out, so
// that the tests cannot import a solution that lies beside them. An empty entry means solution.py.
func FromSuite(name, entry string) (*Exercise, error) {
	p := &problems{doing: "reading suite " + quote(name)}
	if entry == "" {
		entry = defaultEntry
	}
	parsed, problem := parseEntry(entry)
	if problem != "" {
		p.add("", 0, "the entry is %s, %s", quote(entry), problem)
		return nil, p.err()
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	e := &Exercise{
		Slug: filepath.Base(abs), Title: filepath.Base(abs), Entry: parsed, Files: append(entryGlobs(parsed), dataGlobs(parsed)...),
		Interface: "objects", Isolation: grade.IsolationSplit, Limits: suiteLimits(), Feedback: grade.FeedbackHints,
		Tests: AsOne, Follows: true,
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.add("", 0, "there is no such file or folder")
	case err != nil:
		p.add("", 0, "%v", err)
	case info.IsDir():
		readBareFolder(abs, e, p)
	default:
		readBareFile(abs, e, p)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	e.Modules = ImportedModules(e.Suite.Hidden)
	return e, nil
}

// dataGlobs admit the texts beside a package's modules that these may read.
func dataGlobs(entry string) grade.Globs {
	var globs grade.Globs
	if dir := path.Dir(entry); dir != "." {
		for _, ext := range strings.Fields("cfg csv html ini j2 json sql tmpl toml tsv txt xml yaml yml") {
			globs = append(globs, dir+"/**/*."+ext)
		}
	}
	return globs
}

var imported = regexp.MustCompile(`(?m)^[ \t]*(?:from[ \t]+(\w+)|import[ \t]+([^#;\r\n]+))`)

// ImportedModules are the top-level modules that these files import by name, which a submission may have: those of
// several entries, data that tests and solution both use, and what a solution is made of. What Python, pytest or
// pygrader uses is none.
func ImportedModules(files []grade.File) map[string]bool {
	names := map[string]bool{}
	for _, f := range files {
		if path.Ext(f.Path) != ".py" {
			continue
		}
		for _, match := range imported.FindAllSubmatch(f.Data, -1) {
			for named := range strings.SplitSeq(string(match[1])+string(match[2]), ",") {
				name := moduleName.FindString(strings.TrimSpace(named))
				if _, problem := parseEntry(name + ".py"); problem == "" {
					names[name] = true
				}
			}
		}
	}
	return names
}

var moduleName = regexp.MustCompile(`^[A-Za-z_]\w*`)

func readBareFile(abs string, e *Exercise, p *problems) {
	base := filepath.Base(abs)
	if filepath.Ext(base) != ".py" {
		p.add("", 0, "it is not a Python file; name a pytest file or a folder of them")
		return
	}
	data, err := readBounded(os.DirFS(filepath.Dir(abs)), base, maxFileBytes)
	if err != nil {
		p.add("", 0, "it %v", err)
		return
	}
	e.Suite.Hidden = []grade.File{{Path: base, Data: data}}
	const beside = "conftest.py" // which pytest takes too
	if data, err := readBounded(os.DirFS(filepath.Dir(abs)), beside, maxFileBytes); err == nil && base != beside {
		e.Suite.Hidden = append(e.Suite.Hidden, grade.File{Path: beside, Data: data})
		slices.SortFunc(e.Suite.Hidden, func(a, b grade.File) int { return strings.Compare(a.Path, b.Path) })
	}
}

func readBareFolder(abs string, e *Exercise, p *problems) {
	fsys := os.DirFS(abs)
	if _, err := fs.Stat(fsys, configFile); err == nil {
		p.add("", 0, "it holds %s, so it is an exercise; grade it with --exercises %s and the name %s",
			configFile, quote(filepath.Dir(abs)), filepath.Base(abs))
		return
	}
	own, _, _ := strings.Cut(e.Entry, "/")
	e.Suite.Hidden = readTree(fsys, ".", p, func(name string) bool { return name == own })
	hasTest := slices.ContainsFunc(e.Suite.Hidden, func(f grade.File) bool { return isTestFile(f.Path) })
	if len(p.list) == 0 && !hasTest && !configuresPytest(e.Suite.Hidden) {
		p.add("", 0, "it holds no test; pytest looks for files named test_*.py or *_test.py")
	}
	asPackage(filepath.Base(abs), e.Suite.Hidden)
}

// asPackage puts the files of a folder that is a package itself below its name, by which they may import each other;
// pytest's settings stay where it looks for them.
func asPackage(name string, files []grade.File) {
	if !hasFile(files, "__init__.py") {
		return
	}
	for i, f := range files {
		if !configuresPytest([]grade.File{f}) || path.Base(f.Path) == "conftest.py" {
			files[i].Path = name + "/" + f.Path
		}
	}
}
