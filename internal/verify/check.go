package verify

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// Finding is what was found of one solution.
type Finding struct {
	Solution string   // "accepted/right", "rejected/naive", "starter", "empty"
	Holds    string   // what holds, as "loses order, as it says"; empty where it does not
	Problems []string // why it does not hold
}

// Check grades every solution that the exercise holds and tells of each: accepted ones pass, rejected ones lose exactly
// the tasks that they name, the starter and an empty submission do not pass but can be graded, every test is recorded.
func Check(ctx context.Context, g Grader, ex *exercise.Exercise, tell func(Finding)) error {
	if len(ex.Accepted) == 0 {
		tell(Finding{Solution: "accepted", Problems: []string{"there is none; put a right solution into solutions/accepted"}})
	}
	one := func(name string, files []grade.File, judge func(grade.Result) Finding) error {
		r, err := gradeFiles(ctx, g, ex, files)
		if err == nil {
			err = unjudged(fmt.Sprintf("verifying %s of exercise %q", name, ex.Slug), r)
		}
		if err != nil {
			return err
		}
		f := judge(r)
		f.Solution = name
		tell(f)
		return nil
	}
	for _, s := range ex.Accepted {
		if err := one("accepted/"+s.Name, s.Files, passes); err != nil {
			return err
		}
	}
	if err := unrecorded(ctx, g, ex, tell); err != nil {
		return err
	}
	for _, s := range ex.Rejected {
		judge := func(r grade.Result) Finding { return losesAsItSays(r, s.Loses) }
		if err := one("rejected/"+s.Name, s.Files, judge); err != nil {
			return err
		}
	}
	if len(ex.Starter) > 0 {
		if err := one("starter", ex.Starter, fails); err != nil {
			return err
		}
	}
	return one("empty", []grade.File{{Path: ex.Entry}}, fails)
}

// unrecorded tells of tests that the suite holds and tests.toml does not: they count for nothing.
func unrecorded(ctx context.Context, g Grader, ex *exercise.Exercise, tell func(Finding)) error {
	if ex.Expected == nil || len(ex.Accepted) == 0 {
		return nil
	}
	r, err := gradeFiles(ctx, g, unlimited(ex), ex.Accepted[0].Files)
	if err != nil {
		return err
	}
	f := Finding{Solution: exercise.TestsFile, Holds: "names every test"}
	for _, t := range r.Tests {
		known := slices.ContainsFunc(ex.Expected, func(x exercise.ExpectedTest) bool { return x.ID == t.ID })
		if !known && t.Outcome != grade.Skipped {
			f.Problems = append(f.Problems, t.ID+" is not in it and counts for nothing: run pygrader verify --record")
		}
	}
	if len(f.Problems) > 0 {
		f.Holds = ""
	}
	tell(f)
	return nil
}

func passes(r grade.Result) Finding {
	if r.Status == grade.StatusPassed {
		return Finding{Holds: "passes"}
	}
	return Finding{Problems: failures(r, notPassed)}
}

func notPassed(t grade.Test) bool { return t.Outcome != grade.Passed }

func losesAsItSays(r grade.Result, says []string) Finding {
	if r.Status == grade.StatusInvalid {
		return Finding{Problems: []string{brief(r.Message)}}
	}
	var lost, problems []string
	for _, t := range r.Tasks {
		if t.Earned < t.Weight {
			lost = append(lost, t.ID)
		}
	}
	for _, id := range says {
		if !slices.Contains(lost, id) {
			problems = append(problems, fmt.Sprintf("keeps %s, which it says it loses", id))
		}
	}
	for _, id := range lost {
		if !slices.Contains(says, id) {
			problems = append(problems, fmt.Sprintf("loses %s, which it does not say", id))
			problems = append(problems, failures(r, func(t grade.Test) bool { return notPassed(t) && belongs(t, id, r) })...)
		}
	}
	if len(problems) > 0 {
		return Finding{Problems: problems}
	}
	return Finding{Holds: "loses " + strings.Join(lost, ", ") + ", as it says"}
}

// belongs reports whether a test counts for that task; those that name none that is declared count for the last.
func belongs(t grade.Test, id string, r grade.Result) bool {
	declared := slices.ContainsFunc(r.Tasks, func(task grade.Task) bool { return task.ID == t.Task })
	return t.Task == id || id == grade.WholeSuite && !declared
}

func fails(r grade.Result) Finding {
	switch r.Status {
	case grade.StatusPassed:
		return Finding{Problems: []string{"passes, so that the suite asks for nothing that it lacks"}}
	case grade.StatusInvalid:
		return Finding{Problems: []string{"cannot be graded: " + brief(r.Message)}}
	}
	return Finding{Holds: "does not pass"}
}
