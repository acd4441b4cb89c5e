package exercise

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

const (
	publicPrefix = "tests/public/"
	hiddenPrefix = "tests/hidden/"
)

// readSuite reads tests/ and sorts its files by who sees them.
func readSuite(fsys fs.FS, dir string, e *Exercise, p *problems) {
	before := len(p.list)
	hasTest := false
	for _, f := range readTree(fsys, path.Join(dir, "tests"), p, nil) {
		isTest := isTestFile(f.Path)
		switch {
		case strings.HasPrefix(f.Path, publicPrefix):
			e.Suite.Public = append(e.Suite.Public, f)
		case strings.HasPrefix(f.Path, hiddenPrefix):
			e.Suite.Hidden = append(e.Suite.Hidden, f)
		default:
			if isTest {
				p.add(path.Join(dir, f.Path), 0, "is neither public nor hidden; move it to %s or %s", publicPrefix, hiddenPrefix)
			}
			isTest = false
			e.Suite.Shared = append(e.Suite.Shared, f)
		}
		hasTest = hasTest || isTest
	}
	if !hasTest && len(p.list) == before {
		p.add(path.Join(dir, "tests"), 0, "holds no test; add a file such as %stest_%s.py", hiddenPrefix, strings.ReplaceAll(e.Slug, "-", "_"))
	}
}

// isTestFile goes by pytest's own default for python_files.
func isTestFile(name string) bool {
	base := path.Base(name)
	return path.Ext(base) == ".py" && (strings.HasPrefix(base, "test_") || strings.HasSuffix(base, "_test.py"))
}

// configuresPytest reports whether files may change which files hold tests.
func configuresPytest(files []grade.File) bool {
	names := []string{"pytest.ini", "pytest.toml", ".pytest.ini", "tox.ini", "setup.cfg", "pyproject.toml", "conftest.py"}
	return slices.ContainsFunc(files, func(f grade.File) bool { return slices.Contains(names, path.Base(f.Path)) })
}
