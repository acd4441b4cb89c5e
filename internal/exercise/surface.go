package exercise

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/pygrader/pygrader/internal/grade"
)

// SurfaceFile limits what tests may use of a solution's objects. It is there only with interface = "objects".
const SurfaceFile = "surface.toml"

const interfaceObjects = "objects"

// readSurface reads surface.toml, where there is one. Without it the surface is open.
func readSurface(fsys fs.FS, dir string, e *Exercise, p *problems, recorded bool) {
	file := path.Join(dir, SurfaceFile)
	data, ok := readOptional(fsys, file, p)
	if !ok || !checkSurfaceBelongs(file, e, p) || !recorded {
		return
	}
	t := parseTOML(file, data, p)
	if t == nil || !checkFormat(t) {
		return
	}
	e.Surface = grade.Surface{}
	classes := t.table("classes")
	for _, name := range slices.Sorted(maps.Keys(classes.values)) {
		if !isClassName(name) {
			classes.bad(name, `is the name of no class; name one, "*" for all others, or "function"`)
		}
		e.Surface[name] = readClass(classes.table(name))
	}
	classes.finish()
	t.finish()
}

func checkSurfaceBelongs(file string, e *Exercise, p *problems) bool {
	if e.Interface == interfaceObjects {
		return true
	}
	p.add(file, 0, `says what tests use of objects, but the interface of the exercise is %s; write interface = "objects" in %s, or remove this file`,
		quote(e.Interface), configFile)
	return false
}

func isClassName(name string) bool {
	if name == grade.SurfaceRest {
		return true
	}
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

// readClass gives the entries of one class, sorted.
func readClass(t *table) []string {
	attributes, _ := t.texts("attributes")
	entries := slices.Clone(attributes)
	for _, name := range attributes {
		if name == "" || strings.ContainsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' }) {
			t.bad("attributes", "holds %s; write the name alone, and an operation such as \"call\" under operations", quote(name))
		}
	}
	entries = append(entries, readOperations(t, "operations", false)...)
	entries = append(entries, readOperations(t, "comparisons", true)...)
	t.finish()
	slices.Sort(entries)
	return slices.Compact(entries)
}

// readOperations keeps the two lists apart, so that an author who reads the one has seen all that compares.
func readOperations(t *table, key string, comparisons bool) []string {
	names, _ := t.texts(key)
	var entries []string
	for _, name := range names {
		entry := "(" + name + ")"
		switch {
		case !slices.Contains(grade.Operations(), name):
			t.bad(key, "holds %s, which is no operation%s", quote(name), meant(name, grade.Operations()))
		case grade.Comparing(entry) && !comparisons:
			t.bad(key, "holds %s, by which the solution answers a comparison; move it to comparisons", quote(name))
		case !grade.Comparing(entry) && comparisons:
			t.bad(key, "holds %s, by which the solution answers no comparison; move it to operations", quote(name))
		default:
			entries = append(entries, entry)
		}
	}
	return entries
}

const surfaceHead = `# What the tests use of the classes of a solution; anything else is refused. Written by pygrader verify --record from
# the accepted solutions. A person should read it: by each entry of "comparisons", the code of whoever hands in answers
# what a test compares. Where a test can compare plain data instead, it is the better test.
format = 1
`

// FormatSurface writes a surface.toml that reads as that surface, the same bytes for the same surface.
func FormatSurface(s grade.Surface) []byte {
	var b strings.Builder
	b.WriteString(surfaceHead)
	for _, name := range slices.Sorted(maps.Keys(s)) {
		var attributes, operations, comparisons []string
		for _, entry := range slices.Sorted(slices.Values(s[name])) {
			operation, is := grade.OperationOf(entry)
			switch {
			case !is:
				attributes = append(attributes, entry)
			case grade.Comparing(entry):
				comparisons = append(comparisons, operation)
			default:
				operations = append(operations, operation)
			}
		}
		_, _ = fmt.Fprintf(&b, "\n[classes.%s]\n", tomlKey(name))
		writeList(&b, "attributes", attributes)
		writeList(&b, "operations", operations)
		if len(comparisons) > 0 {
			b.WriteString("# Read these: the solution's own code answers them.\n")
		}
		writeList(&b, "comparisons", comparisons)
	}
	return []byte(b.String())
}
