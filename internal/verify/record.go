package verify

import (
	"context"
	"fmt"
	"slices"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// Recording is what references show of a suite.
type Recording struct {
	Tests   []exercise.ExpectedTest // those that every reference passes, in the order of the first
	LeftOut []string                // those that one skips, lacks, or fails as the suite expects: nobody has to pass them
	Surface grade.Surface           // what the tests use of any of them; nil where the interface is plain
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

// Record runs the references at those paths against the whole suite, with an open surface, and tells of each before it
// runs. Who names a reference agrees to what it needs, objects that equal plain data included: the report says so. A
// reference that does not pass every test is the author's mistake: an *exercise.Error.
func Record(ctx context.Context, g Grader, ex *exercise.Exercise, paths []string, tell func(path string)) (Recording, error) {
	var all []Recording
	for _, at := range paths {
		tell(at)
		result, err := g.Grade(ctx, unlimited(ex), at)
		if err != nil {
			return Recording{}, err
		}
		r, err := recorded(ex, result, at)
		if err != nil {
			return r, err
		}
		all = append(all, r)
	}
	return common(ex, all, paths)
}

// RecordAccepted is Record for the accepted solutions that the exercise holds, and makes sure that each of them passes
// what was recorded.
func RecordAccepted(ctx context.Context, g Grader, ex *exercise.Exercise, tell func(solution string)) (Recording, error) {
	var all []Recording
	var names []string
	for _, s := range ex.Accepted {
		tell("accepted/" + s.Name)
		result, err := gradeFiles(ctx, g, unlimited(ex), s.Files)
		if err != nil {
			return Recording{}, err
		}
		names = append(names, ex.Slug+"/solutions/accepted/"+s.Name)
		r, err := recorded(ex, result, names[len(names)-1])
		if err != nil {
			return r, err
		}
		all = append(all, r)
	}
	r, err := common(ex, all, names)
	for i := 0; err == nil && i < len(names); i++ {
		tell("accepted/" + ex.Accepted[i].Name + " again")
		err = passesAgain(ctx, g, r.Apply(ex), ex.Accepted[i], names[i])
	}
	return r, err
}

func passesAgain(ctx context.Context, g Grader, held *exercise.Exercise, s exercise.Solution, name string) error {
	again, err := gradeFiles(ctx, g, held, s.Files)
	if err == nil && again.Status != grade.StatusPassed {
		err = unfit(again, name, " a second time, with what was recorded in force; do names of tests, or what they use, change from run to run?")
	}
	return err
}

// recorded is what one reference shows.
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
	if ex.Interface == "objects" && ex.Isolation != grade.IsolationShared {
		r.Surface = grade.Surface{}.Merge(result.Surface) // nil would be an open one
	}
	return r, unearned(ex, r, running(name), "skips every test of the task %q, which nobody could earn then")
}

// unearned is the error of a recording that has no test of some task.
func unearned(ex *exercise.Exercise, r Recording, doing, text string) error {
	for _, task := range ex.Tasks {
		if !slices.ContainsFunc(r.Tests, func(t exercise.ExpectedTest) bool { return t.Task == task.ID }) {
			return &exercise.Error{Doing: doing, Problems: []exercise.Problem{{Text: fmt.Sprintf(text, task.ID)}}}
		}
	}
	return nil
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
