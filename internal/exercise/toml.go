package exercise

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// table is a table of a TOML file. It knows the line of every key, and which keys it was asked for: what is left is
// unknown. Reading into a struct would stop at the first wrong type, and would not know the lines of wrong values.
type table struct {
	file     string
	path     string // of the table itself, "" for the root
	values   map[string]any
	lines    map[string]int
	asked    []string
	problems *problems
}

// parseTOML gives the root table, or nil after saying what is wrong with the syntax.
func parseTOML(file string, data []byte, p *problems) *table {
	values := map[string]any{}
	if err := toml.Unmarshal(data, &values); err != nil {
		line := 0
		if at, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, _ = at.Position()
		}
		p.add(file, line, "is not TOML: %s", strings.TrimPrefix(err.Error(), "toml: "))
		return nil
	}
	return &table{file: file, values: values, lines: keyLines(data), problems: p}
}

const pathSeparator = "\x00" // cannot be part of a TOML key, unlike a dot

// keyLines maps the path of each key, and of each table in an array by its index, to its line.
func keyLines(data []byte) map[string]int {
	w := lineWalker{lines: map[string]int{}, tables: map[string]int{}}
	w.parser.Reset(data)
	prefix := ""
	for w.parser.NextExpression() {
		e := w.parser.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			w.keyValue(prefix, e)
		case unstable.Table:
			prefix = w.key("", e, false)
		case unstable.ArrayTable:
			prefix = w.key("", e, true)
		default: // comments
		}
	}
	return w.lines
}

type lineWalker struct {
	parser unstable.Parser
	lines  map[string]int
	tables map[string]int // how many [[tables]] an array holds so far
}

func (w *lineWalker) key(prefix string, n *unstable.Node, array bool) string {
	at := prefix
	for it := n.Key(); it.Next(); {
		if count := w.tables[at]; count > 0 {
			at = element(at, count-1)
		}
		at += pathSeparator + string(it.Node().Data)
		if _, seen := w.lines[at]; !seen {
			w.lines[at] = w.parser.Shape(it.Node().Raw).Start.Line
		}
		if it.IsLast() && array {
			w.tables[at]++
			line := w.parser.Shape(it.Node().Raw).Start.Line
			at = element(at, w.tables[at]-1)
			w.lines[at] = line
		}
	}
	return at
}

func (w *lineWalker) keyValue(prefix string, n *unstable.Node) {
	w.value(w.key(prefix, n, false), n.Value())
}

func (w *lineWalker) value(at string, n *unstable.Node) {
	switch n.Kind {
	case unstable.InlineTable:
		for it := n.Children(); it.Next(); {
			w.keyValue(at, it.Node())
		}
	case unstable.Array:
		i := 0
		for it := n.Children(); it.Next(); i++ {
			w.lines[element(at, i)] = w.lines[at]
			w.value(element(at, i), it.Node())
		}
	default: // a leaf, and its key is known
	}
}

func element(at string, i int) string { return fmt.Sprintf("%s[%d]", at, i) }

func (t *table) line(key string) int { return t.lines[t.path+pathSeparator+key] }

// bad reports a wrong value, by the key's full name.
func (t *table) bad(key, format string, args ...any) {
	name := strings.ReplaceAll(strings.TrimPrefix(t.path+pathSeparator+key, pathSeparator), pathSeparator, ".")
	t.problems.add(t.file, t.line(key), "%s %s", name, fmt.Sprintf(format, args...))
}

// has reports whether the key is there, and marks it as known.
func (t *table) has(key string) bool {
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	_, ok := t.values[key]
	return ok
}

// get reads a value of one exact type; a wrong one is reported and counts as absent.
func get[T any](t *table, key, want string) (value T, ok bool) {
	if !t.has(key) {
		return value, false
	}
	value, ok = t.values[key].(T)
	if !ok {
		t.bad(key, "is %s, but must be %s", describe(t.values[key]), want)
	}
	return value, ok
}

func (t *table) text(key, otherwise string) string {
	if s, ok := get[string](t, key, `text in quotes`); ok {
		return s
	}
	return otherwise
}

func (t *table) texts(key string) (texts []string, ok bool) {
	list, ok := get[[]any](t, key, `a list of texts, as in ["a", "b"]`)
	for _, v := range list {
		s, isText := v.(string)
		if !isText {
			t.bad(key, "holds %s, but must hold texts only", describe(v))
			return nil, false
		}
		texts = append(texts, s)
	}
	return texts, ok
}

// number reads an integer or a float within a range.
func (t *table) number(key string, otherwise, least, most float64) float64 {
	if !t.has(key) {
		return otherwise
	}
	var n float64
	switch v := t.values[key].(type) {
	case int64:
		n = float64(v)
	case float64:
		n = v
	default:
		t.bad(key, "is %s, but must be a number from %v to %v", describe(v), least, most)
		return otherwise
	}
	if !(n >= least && n <= most) { // a NaN is out of every range
		t.bad(key, "is %v, but must be from %v to %v", n, least, most)
		return otherwise
	}
	return n
}

// choice reads one word of several.
func (t *table) choice(key, otherwise string, words ...string) string {
	word := t.text(key, otherwise)
	if word != otherwise && !slices.Contains(words, word) {
		t.bad(key, "is %s%s", quote(word), meant(word, words))
		return otherwise
	}
	return word
}

// table reads a table below; where there is none, an empty one.
func (t *table) table(key string) *table {
	values, _ := get[map[string]any](t, key, "a table")
	return &table{file: t.file, path: t.path + pathSeparator + key, values: values, lines: t.lines, problems: t.problems}
}

// tables reads an array of tables.
func (t *table) tables(key string) []*table {
	list, _ := get[[]any](t, key, fmt.Sprintf("a list of tables, each opened by [[%s]]", key))
	var tables []*table
	for i, v := range list {
		values, ok := v.(map[string]any)
		if !ok {
			t.bad(key, "holds %s, but must hold tables only, each opened by [[%s]]", describe(v), key)
			continue
		}
		at := element(t.path+pathSeparator+key, i)
		tables = append(tables, &table{file: t.file, path: at, values: values, lines: t.lines, problems: t.problems})
	}
	return tables
}

// finish reports the keys that nothing asked for.
func (t *table) finish() {
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		if !slices.Contains(t.asked, key) {
			t.bad(key, "is not a key that pygrader knows%s", meant(key, t.asked))
		}
	}
}

// here is the line of the table itself, for what it lacks.
func (t *table) here() int { return t.lines[t.path] }

func describe(v any) string {
	switch v := v.(type) {
	case string:
		return "the text " + quote(v)
	case int64, float64:
		return fmt.Sprintf("the number %v", v)
	case bool:
		return fmt.Sprintf("%v", v)
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return "a date or time"
}
