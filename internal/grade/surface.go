package grade

import (
	"maps"
	"slices"
)

// Surface is what tests use of a solution's objects in the interface "objects": by the name of a class, or SurfaceRest
// for those that no test names, or SurfaceFunction, the names of attributes, and operations in parentheses.
type Surface map[string][]string

// The keys of a surface that are no names of classes.
const (
	SurfaceRest     = "*"
	SurfaceFunction = "function"
)

// Merge is the union of two surfaces, sorted.
func (s Surface) Merge(other Surface) Surface {
	out := maps.Clone(s)
	if out == nil {
		out = Surface{}
	}
	for name, entries := range other {
		all := slices.Concat(out[name], entries)
		slices.Sort(all)
		out[name] = slices.Compact(all)
	}
	return out
}

// Comparing is what of a surface lets the solution's code answer what a test compares, by class and without the
// parentheses. Classes without such an operation are left out.
func (s Surface) Comparing() map[string][]string {
	out := map[string][]string{}
	for name, entries := range s {
		for _, entry := range entries {
			if operation, ok := OperationOf(entry); ok && Comparing(entry) {
				out[name] = append(out[name], operation)
			}
		}
	}
	return out
}

// comparing are the operations by which a solution's code answers what a test compares. By "== data" its objects may even
// equal plain data, which nothing but a surface that a person has read allows.
var comparing = []string{"(==)", "(== data)", "(order)", "(in)", "(bool)", "(len)", "(hash)", "(+)", "(-)", "(*)", "(/)", "(//)", "(%)",
	"(**)", "(@)", "(&)", "(|)", "(^)", "(<<)", "(>>)", "(divmod)", "(isinstance)", "(doctest)", "(order data)",
	"(+ data)", "(- data)", "(* data)", "(/ data)", "(// data)", "(% data)", "(** data)", "(@ data)", "(& data)", "(| data)",
	"(^ data)", "(<< data)", "(>> data)", "(divmod data)"}

// others are the operations by which it only hands something out or does something.
var others = []string{"(call)", "(with)", "(iter)", "(reversed)", "([])", "([]=)", "(del [])", "(int)", "(float)", "(complex)",
	"(index)", "(bytes)", "(str)", "(repr)", "(format)", "(fspath)", "(neg)", "(pos)", "(abs)", "(invert)", "(round)", "(copy)",
	"(pickle)", "(dir)", "(await)", "(aiter)", "(async with)", "(descriptor)"}

// Comparing reports whether an entry lets the solution answer a comparison.
func Comparing(entry string) bool { return slices.Contains(comparing, entry) }

// Operations lists those that a surface may name, without the parentheses.
func Operations() []string {
	var names []string
	for _, entry := range slices.Concat(comparing, others) {
		name, _ := OperationOf(entry)
		names = append(names, name)
	}
	return names
}

// OperationOf takes the parentheses off an entry; false for the name of an attribute.
func OperationOf(entry string) (string, bool) {
	if len(entry) < 2 || entry[0] != '(' || entry[len(entry)-1] != ')' {
		return entry, false
	}
	return entry[1 : len(entry)-1], true
}
