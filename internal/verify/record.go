package verify

import (
	"context"
	"fmt"
	"slices"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// Recording is what a reference shows of a suite.
type Recording struct {
	Tests   []exercise.ExpectedTest // those that it passes, in order
	LeftOut []string                // those that it skips, or fails as the suite expects: nobody has to pass them
	Surface grade.Surface           // what the tests use; nil where the interface is plain
}

// Apply gives the exercise with what was recorded in force.
func (r Recording) Apply(ex *exercise.Exercise) *exercise.Exercise {
	applied := *ex
	applied.Expected, applied.Surface = r.Tests, r.Surface
	return &applied
}

// unlimited is the exercise for a run that is recorded.
func unlimited(ex *exercise.Exercise) *exercise.Exercise {
	open := Recording{}.Apply(ex)
	open.Recording = true
	return open
}

// Record runs the reference at that path against the whole suite, with an open surface. Who names a reference agrees to
// what it needs, objects that equal plain data included: the report says so. A reference that does not pass every test is
// the author's mistake: an *exercise.Error.
func Record(ctx context.Context, g Grader, ex *exercise.Exercise, at string) (Recording, error) {
	result, err := g.Grade(ctx, unlimited(ex), at)
	if err != nil {
		return Recording{}, err
	}
	return recorded(ex, result, at)
}

// RecordSolution is Record for a solution that the exercise holds, and makes sure that it passes what was recorded.
func RecordSolution(ctx context.Context, g Grader, ex *exercise.Exercise, s exercise.Solution) (Recording, error) {
	result, err := gradeFiles(ctx, g, unlimited(ex), s.Files)
	if err != nil {
		return Recording{}, err
	}
	name := ex.Slug + "/solutions/accepted/" + s.Name
	r, err := recorded(ex, result, name)
	if err != nil {
		return r, err
	}
	again, err := gradeFiles(ctx, g, r.Apply(ex), s.Files)
	if err == nil && again.Status != grade.StatusPassed {
		err = unfit(again, name, " a second time, with what was recorded in force; do names of tests, or what they use, change from run to run?")
	}
	return r, err
}

func recorded(ex *exercise.Exercise, result grade.Result, name string) (Recording, error) {
	r := Recording{}
	for _, t := range result.Tests {
		switch t.Outcome {
		case grade.Passed:
			r.Tests = append(r.Tests, exercise.ExpectedTest{ID: t.ID, Task: t.Task, Visibility: t.Visibility})
		case grade.Skipped:
			r.LeftOut = append(r.LeftOut, t.ID)
		default:
			return r, unfit(result, name, "")
		}
	}
	if len(r.Tests) == 0 || result.Status != grade.StatusPassed && result.Status != grade.StatusFailed {
		return r, unfit(result, name, "")
	}
	for _, task := range ex.Tasks {
		if !slices.ContainsFunc(r.Tests, func(t exercise.ExpectedTest) bool { return t.Task == task.ID }) {
			text := fmt.Sprintf("skips every test of the task %q, which nobody could earn then", task.ID)
			return r, &exercise.Error{Doing: running(name), Problems: []exercise.Problem{{Text: text}}}
		}
	}
	if ex.Interface == "objects" {
		r.Surface = grade.Surface{}.Merge(result.Surface) // nil would be an open one
	}
	return r, nil
}

func running(name string) string { return fmt.Sprintf("running the reference %q", name) }

// unfit is the error of a reference that does not pass.
func unfit(r grade.Result, name, when string) error {
	if err := unjudged(running(name), r); err != nil {
		return err
	}
	e := &exercise.Error{Doing: running(name) + ", which does not pass" + when}
	bad := func(t grade.Test) bool { return t.Outcome != grade.Passed && t.Outcome != grade.Skipped }
	if !slices.ContainsFunc(r.Tests, bad) && len(r.Tests) > 0 {
		bad = func(t grade.Test) bool { return t.Outcome != grade.Passed } // it skips them all
	}
	for _, text := range failures(r, bad) {
		e.Problems = append(e.Problems, exercise.Problem{Text: text})
	}
	return e
}
