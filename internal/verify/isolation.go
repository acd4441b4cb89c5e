package verify

import (
	"cmp"
	"context"
	"fmt"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// Comparison is what grading an exercise's solutions shows, once split and once in one process.
type Comparison struct {
	Tests, Solutions int
	Differ           []Difference // one for each test whose verdict differs, of the first solution where it does
}

// Difference is a test that comes to another verdict when it is kept from the solution.
type Difference struct {
	Test, Solution string
	Split, Shared  grade.Outcome
	Reason         string // what is said of the one that did not pass
}

// Compare grades every accepted and rejected solution of an exercise both ways and compares what passes, test by test.
func Compare(ctx context.Context, g Grader, ex *exercise.Exercise, step func(string)) (Comparison, error) {
	var c Comparison
	seen, differs := map[string]bool{}, map[string]bool{}
	for i, s := range append(ex.Accepted[:len(ex.Accepted):len(ex.Accepted)], ex.Rejected...) {
		name := "accepted/" + s.Name
		if i >= len(ex.Accepted) {
			name = "rejected/" + s.Name
		}
		step(fmt.Sprintf("grading %s of %s both ways", name, ex.Slug))
		split, err := gradeFiles(ctx, g, as(ex, grade.IsolationSplit), s.Files)
		if err == nil && split.Status != grade.StatusSuiteError { // a suite that cannot be split may look like a broken one
			err = unjudged("verifying "+name, split)
		}
		if err != nil {
			return c, err
		}
		shared, err := gradeFiles(ctx, g, as(ex, grade.IsolationShared), s.Files)
		if err == nil {
			err = unjudged("verifying "+name, shared)
		}
		if err != nil {
			return c, err
		}
		for _, d := range differences(split, shared) {
			d.Solution = name
			if !differs[d.Test] {
				c.Differ = append(c.Differ, d)
			}
			differs[d.Test] = true
		}
		for _, t := range shared.Tests {
			seen[t.ID] = true
		}
		c.Solutions++
	}
	c.Tests = len(seen)
	return c, nil
}

// as is the exercise with another isolation. One that is shared says nothing of how a split would best be crossed: with
// classes, then.
func as(ex *exercise.Exercise, isolation string) *exercise.Exercise {
	other := *ex
	other.Isolation = isolation
	if ex.Isolation == grade.IsolationShared {
		other.Interface, other.Surface = "objects", nil
	}
	return &other
}

func differences(split, shared grade.Result) []Difference {
	byID := map[string]grade.Test{}
	for _, t := range split.Tests {
		byID[t.ID] = t
	}
	var list []Difference
	compare := func(id string, a, b grade.Test) {
		a.Outcome, b.Outcome = cmp.Or(a.Outcome, grade.NotRun), cmp.Or(b.Outcome, grade.NotRun)
		if (a.Outcome == grade.Passed) == (b.Outcome == grade.Passed) {
			return
		}
		reason := cmp.Or(a.Message, split.Message)
		if a.Outcome == grade.Passed {
			reason = cmp.Or(b.Message, shared.Message)
		}
		list = append(list, Difference{Test: id, Split: a.Outcome, Shared: b.Outcome, Reason: brief(reason)})
	}
	for _, t := range shared.Tests {
		compare(t.ID, byID[t.ID], t)
		delete(byID, t.ID)
	}
	for _, t := range split.Tests {
		if _, left := byID[t.ID]; left {
			compare(t.ID, t, grade.Test{})
		}
	}
	return list
}
