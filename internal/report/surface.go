package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

const interfaceObjects = "objects"

// mostOfSurface bounds what is listed: a submission chooses the names of its classes.
const mostOfSurface = 400

// surface says for reviewers how far the tests could rest on answers of the submission's own code. It is empty where
// that does not arise: with plain data, and where nothing ran.
func surface(r grade.Result) string {
	if r.View != grade.ViewReviewer || r.Interface != interfaceObjects || !ran(r) {
		return ""
	}
	rested := "No comparison rested on the submission's own code."
	if answered := comparisons(r.Surface); answered != "" {
		rested = "The submission's own code answered " + answered + ", and could answer as it likes: only what is compared as data is proved."
	}
	if r.OpenEnded {
		return rested
	}
	return rested + " Tests used no more of it than of the reference." + equalsData(r.Surface)
}

// ran reports whether any test had the submission beside it.
func ran(r grade.Result) bool {
	graded := r.Status == grade.StatusPassed || r.Status == grade.StatusFailed
	return graded && r.Code != grade.CodeImportFailed && len(r.Tests) > 0
}

// comparisons is "==, order of Account; in of other classes".
func comparisons(s grade.Surface) string { return owned(s.Comparing()) }

// owned lists what belongs to which class.
func owned(by map[string][]string) string {
	classes := slices.Sorted(maps.Keys(by))
	if _, ok := by[grade.SurfaceRest]; ok { // it sorts before every name, but reads well after them
		classes = append(classes[1:], grade.SurfaceRest)
	}
	var parts []string
	for _, class := range classes {
		owner := class
		switch class {
		case grade.SurfaceRest:
			owner = "other classes"
		case grade.SurfaceFunction:
			owner = "functions"
		}
		parts = append(parts, strings.Join(by[class], ", ")+" of "+owner)
	}
	return line(cut(strings.Join(parts, "; "), mostOfSurface))
}

// equalsData warns of classes whose objects may pass for any data, which only a recorded surface lets them.
func equalsData(s grade.Surface) string {
	by := s.Comparing()
	maps.DeleteFunc(by, func(_ string, operations []string) bool { return !slices.Contains(operations, "== data") })
	if len(by) == 0 {
		return ""
	}
	for class := range by {
		by[class] = []string{"objects"}
	}
	return " It lets " + owned(by) + " say that they equal plain data: tests that rest on that prove nothing about a submission that lies."
}
