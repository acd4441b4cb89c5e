package grade

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// File is one file, read whole. Its path uses slashes and is relative; to what, its holder says.
type File struct {
	Path string
	Data []byte
}

// Globs say which files a submission may hold, each a slash-separated pattern of path.Match in which a part "**"
// stands for any number of folders, none included.
type Globs []string

// Check says what is wrong with the globs, if anything.
func (g Globs) Check() error {
	for _, glob := range g {
		if glob == "" || path.IsAbs(glob) || path.Clean(glob) != glob || glob == ".." || strings.HasPrefix(glob, "../") {
			return fmt.Errorf("%q is not a clean relative path", glob)
		}
		if strings.Contains(glob, `\`) {
			return fmt.Errorf("%q has a backslash; parts of a path are separated by slashes", glob)
		}
		for part := range strings.SplitSeq(glob, "/") {
			if _, err := path.Match(part, ""); err != nil {
				return fmt.Errorf("%q is not a pattern: %w", glob, err)
			}
			if part != "**" && strings.Contains(part, "**") {
				return fmt.Errorf("%q has ** beside other letters; it stands for folders, as in pkg/**/*.py", glob)
			}
		}
	}
	return nil
}

// Admit reports whether a submission may hold the file of that name. Some names are never admitted, whatever the
// globs say: see Barred.
func (g Globs) Admit(name string) bool {
	if Barred(name) {
		return false
	}
	parts := strings.Split(name, "/")
	return slices.ContainsFunc(g, func(glob string) bool { return matchParts(strings.Split(glob, "/"), parts) })
}

// Below reports whether a file below that folder could be admitted, so that there is reason to look into it.
func (g Globs) Below(dir string) bool {
	if Barred(dir) {
		return false
	}
	parts := strings.Split(dir, "/")
	return slices.ContainsFunc(g, func(glob string) bool { return leadsTo(strings.Split(glob, "/"), parts) })
}

func matchParts(glob, parts []string) bool {
	for len(glob) > 0 {
		if glob[0] == "**" {
			for i := range len(parts) + 1 {
				if matchParts(glob[1:], parts[i:]) {
					return true
				}
			}
			return false
		}
		if len(parts) == 0 {
			return false
		}
		if ok, err := path.Match(glob[0], parts[0]); err != nil || !ok {
			return false
		}
		glob, parts = glob[1:], parts[1:]
	}
	return len(parts) == 0
}

func leadsTo(glob, dir []string) bool {
	for _, part := range dir {
		if glob[0] == "**" {
			return true
		}
		if ok, err := path.Match(glob[0], part); err != nil || !ok || len(glob) == 1 {
			return false
		}
		glob = glob[1:]
	}
	return true
}

// Barred reports whether a file of that name never reaches a guest: what Python or pytest would load unasked, what is
// compiled and so cannot be read, what is hidden, and names that do not print.
func Barred(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), barredPart)
}

func barredPart(part string) bool {
	if part == "" || part[0] == '.' || strings.Contains(part, `\`) || !utf8.ValidString(part) {
		return true
	}
	if strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return true
	}
	part = strings.ToLower(part)
	switch part {
	case "conftest.py", "sitecustomize.py", "usercustomize.py", "__pycache__",
		"pytest.ini", "pytest.toml", "tox.ini", "setup.cfg", "pyproject.toml", "pyvenv.cfg":
		return true
	}
	switch path.Ext(part) {
	case ".pth", ".pyc", ".pyo", ".so", ".pyd", ".dll", ".dylib", ".egg-link":
		return true
	}
	return false
}
