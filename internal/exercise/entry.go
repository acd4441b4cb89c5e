package exercise

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

const defaultEntry = "solution.py"

var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// readEntry reads entry and files, which have to fit together.
func readEntry(t *table, e *Exercise) {
	entry, problem := parseEntry(t.text("entry", defaultEntry))
	if problem != "" {
		t.bad("entry", "is %s, %s", describe(t.values["entry"]), problem)
		t.has("files")
		return
	}
	e.Entry = entry
	if !t.has("files") {
		e.Files = entryGlobs(entry)
		return
	}
	texts, ok := t.texts("files")
	e.Files = texts
	switch err := e.Files.Check(); {
	case !ok: // which has been said
	case len(e.Files) > maxGlobs:
		t.bad("files", "holds %d patterns, but may hold %d at most", len(e.Files), maxGlobs)
	case err != nil:
		t.bad("files", "is wrong: %v", err)
	case !e.Files.Admit(entry):
		t.bad("files", "does not admit the entry %s; add it", entry)
	}
}

// parseEntry takes the name of a file or of a package, and gives the file that is imported.
func parseEntry(name string) (entry, problem string) {
	entry = strings.TrimSuffix(name, "/")
	if path.Ext(entry) != ".py" {
		entry = path.Join(entry, "__init__.py")
	}
	dir, file := path.Split(entry)
	module := strings.TrimSuffix(file, ".py")
	if dir != "" {
		if file != "__init__.py" || strings.Count(entry, "/") != 1 {
			return "", `but must be a file such as "solution.py" or a package such as "bank/__init__.py", not deeper`
		}
		module = strings.TrimSuffix(dir, "/")
	}
	if !identifier.MatchString(module) || slices.Contains(keywords(), module) {
		return "", "which Python cannot import by name"
	}
	if slices.Contains(takenModules(), module) || grade.Barred(entry) {
		return "", "a name that Python, pytest or pygrader uses itself; choose another"
	}
	return entry, ""
}

// entryGlobs admit the entry, and of a package all its Python files.
func entryGlobs(entry string) grade.Globs {
	if dir := path.Dir(entry); dir != "." {
		return grade.Globs{dir + "/**/*.py"}
	}
	return grade.Globs{entry}
}

func keywords() []string {
	return strings.Fields(`False None True and as assert async await break class continue def del elif else except finally
		for from global if import in is lambda nonlocal not or pass raise return try while with yield`)
}

func takenModules() []string {
	return strings.Fields(`pytest _pytest pluggy iniconfig pygrader conftest sitecustomize usercustomize __init__ __main__
		site sys os io builtins importlib encodings codecs`)
}
