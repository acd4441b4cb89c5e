package verify_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/verify"
)

func named(outcomes map[string]grade.Outcome, order ...string) []grade.Test {
	var list []grade.Test
	for _, id := range order {
		list = append(list, grade.Test{ID: id, Outcome: outcomes[id]})
	}
	return list
}

func TestSeveralReferencesAddUpWhatTheyNeedAndCountWhatAllPass(t *testing.T) {
	passed := func(skips string, surface grade.Surface, order ...string) grade.Result {
		outcomes := map[string]grade.Outcome{}
		for _, id := range order {
			outcomes[id] = grade.Passed
		}
		outcomes[skips] = grade.Skipped
		return grade.Result{Status: grade.StatusFailed, Tests: named(outcomes, order...), Surface: surface}
	}
	g := &answers{results: []grade.Result{
		passed("d", grade.Surface{"A": {"x"}}, "c", "a", "d", "only-first"),
		passed("c", grade.Surface{"A": {"(==)"}, "B": {"y"}}, "only-second", "a", "c", "d", "e"),
		passed("", nil, "a", "c", "d", "e"),
	}}
	var told []string
	r, err := verify.Record(t.Context(), g, &exercise.Exercise{Interface: "objects"}, []string{"1.py", "2.py", "3.py"},
		func(path string) { told = append(told, path) })
	require.NoError(t, err)
	assert.Equal(t, verify.Recording{
		Tests:   []exercise.ExpectedTest{{ID: "a"}},
		LeftOut: []string{"c", "only-first", "d", "only-second", "e"},
		Surface: grade.Surface{"A": {"(==)", "x"}, "B": {"y"}},
	}, r)
	assert.Equal(t, []string{"1.py", "2.py", "3.py"}, told)
	for _, asked := range g.asked {
		assert.True(t, asked.Recording, "each runs with an open surface")
	}
}

func TestReferencesThatHaveNothingInCommonAreTheAuthorsMistake(t *testing.T) {
	one := func(id, task string) grade.Result {
		return grade.Result{Status: grade.StatusPassed, Tests: []grade.Test{
			{ID: id, Task: task, Outcome: grade.Passed}, {ID: "all", Outcome: grade.Passed}}}
	}
	for want, row := range map[string]struct {
		ex      *exercise.Exercise
		results []grade.Result
	}{
		`running the references "1.py", "2.py": there is no test that all of them pass`: {&exercise.Exercise{}, []grade.Result{
			{Status: grade.StatusPassed, Tests: []grade.Test{{ID: "a", Outcome: grade.Passed}}},
			{Status: grade.StatusPassed, Tests: []grade.Test{{ID: "b", Outcome: grade.Passed}}}}},
		`running the references "1.py", "2.py": there is no test of the task "one" that all of them pass`: {
			&exercise.Exercise{Tasks: []grade.TaskSpec{{ID: "one"}}}, []grade.Result{one("a", "one"), one("b", "one")}},
		`running the reference "2.py", which does not pass: test_1: failed: because`: {&exercise.Exercise{}, []grade.Result{
			one("a", "one"), {Status: grade.StatusFailed, Tests: tests(grade.Failed)}}},
	} {
		_, err := verify.Record(t.Context(), &answers{results: row.results}, row.ex, []string{"1.py", "2.py"}, hush)
		_, ok := errors.AsType[*exercise.Error](err)
		assert.True(t, ok, "%v", err)
		assert.ErrorContains(t, err, want)
	}
}

func TestWhatChangesFromRunToRunIsNotRecorded(t *testing.T) {
	file := []grade.File{{Path: "solution.py", Data: []byte("x = 1\n")}}
	ex := &exercise.Exercise{Slug: "ex", Interface: "objects", Accepted: []exercise.Solution{{Name: "right", Files: file}, {Name: "moody", Files: file}}}
	passed := grade.Result{Status: grade.StatusPassed, Tests: tests(grade.Passed), Surface: grade.Surface{"A": {"x"}}}
	wider := grade.Result{Status: grade.StatusPassed, Tests: tests(grade.Passed), Surface: grade.Surface{"B": {"y"}}}
	g := &answers{results: []grade.Result{passed, wider, passed, {Status: grade.StatusFailed, Tests: tests(grade.NotRun)}}}
	_, err := verify.RecordAccepted(t.Context(), g, ex, hush)
	assert.ErrorContains(t, err, `running the reference "ex/solutions/accepted/moody", which does not pass a second time`)
	require.Len(t, g.asked, 4)
	for i, asked := range g.asked {
		assert.Equal(t, i < 2, asked.Recording)
		if i >= 2 {
			assert.Equal(t, grade.Surface{"A": {"x"}, "B": {"y"}}, asked.Surface, "what was recorded of all is in force for each")
			assert.Equal(t, "test_1", asked.Expected[0].ID)
		}
	}
}
