package grade

import (
	"maps"
	"slices"
)

// Surface is what tests use of a solution's objects in the interface "objects": by the name of a class, or "*" for those
// that no test names, or "function", the names of attributes, and operations in parentheses.
type Surface map[string][]string

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

// comparing are the operations by which a solution's code answers what a test compares.
var comparing = []string{"(==)", "(order)", "(in)", "(bool)", "(len)", "(hash)", "(+)", "(-)", "(*)", "(/)", "(//)", "(%)",
	"(**)", "(@)", "(&)", "(|)", "(^)", "(<<)", "(>>)", "(divmod)", "(isinstance)"}

// Comparing reports whether an entry lets the solution answer a comparison.
func Comparing(entry string) bool { return slices.Contains(comparing, entry) }
