package verify_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/verify"
)

// answers is a Grader that gives one result after the other, and keeps what it was asked. What a real one says of real
// solutions is tested in internal/grader and in testdata/script.
type answers struct {
	results []grade.Result
	asked   []exercise.Exercise
}

func (a *answers) Grade(_ context.Context, ex *exercise.Exercise, _ string) (grade.Result, error) {
	a.asked = append(a.asked, *ex)
	r := a.results[0]
	a.results = a.results[1:]
	return r, nil
}

func hush(string) {}

func tests(outcomes ...grade.Outcome) []grade.Test {
	var list []grade.Test
	for i, o := range outcomes {
		list = append(list, grade.Test{ID: fmt.Sprintf("test_%d", i+1), Task: "one", Visibility: grade.Hidden, Outcome: o, Message: "because"})
	}
	return list
}

func TestAReferenceFixesTestsAndSurface(t *testing.T) {
	ex := &exercise.Exercise{Interface: "objects", Expected: []exercise.ExpectedTest{{ID: "old"}}, Surface: grade.Surface{"Old": nil}}
	g := &answers{results: []grade.Result{{Status: grade.StatusFailed, Tests: tests(grade.Passed, grade.Skipped)}}}
	r, err := verify.Record(t.Context(), g, ex, []string{"right.py"}, hush)
	require.NoError(t, err)
	assert.Nil(t, g.asked[0].Expected, "it runs whatever is collected")
	assert.Nil(t, g.asked[0].Surface, "and may use everything")
	assert.True(t, g.asked[0].Recording, "comparisons of an object with data included")
	assert.Equal(t, verify.Recording{
		Tests:   []exercise.ExpectedTest{{ID: "test_1", Task: "one", Visibility: grade.Hidden}},
		LeftOut: []string{"test_2"}, Surface: grade.Surface{},
	}, r, "a reference of which nothing is used makes a surface that grants nothing, not an open one")
	assert.Equal(t, r.Tests, r.Apply(ex).Expected)
	assert.Equal(t, "old", ex.Expected[0].ID, "the exercise itself is left alone")
}

func TestAReferenceThatIsNotRightIsTheAuthorsMistake(t *testing.T) {
	many := tests(grade.Failed, grade.Failed, grade.Failed, grade.Failed, grade.Failed, grade.Failed, grade.Failed, grade.Failed,
		grade.Failed, grade.Failed, grade.Timeout, grade.Error)
	for name, row := range map[string]struct {
		result grade.Result
		want   string
	}{
		"fails":         {grade.Result{Status: grade.StatusFailed, Tests: tests(grade.Passed, grade.Timeout)}, `does not pass: test_2: timeout: because`},
		"fails often":   {grade.Result{Status: grade.StatusFailed, Tests: many}, "11 problems\n  test_1: failed: because\n"},
		"so many more":  {grade.Result{Status: grade.StatusFailed, Tests: many}, "\n  and 2 more"},
		"skips all":     {grade.Result{Status: grade.StatusFailed, Tests: tests(grade.Skipped)}, `does not pass: test_1: skipped: because`},
		"no syntax":     {grade.Result{Status: grade.StatusInvalid, Message: "line 1"}, `does not pass: line 1`},
		"suite":         {grade.Result{Status: grade.StatusSuiteError, Message: "no tests\n\x1b[2J"}, "running the reference \"right.py\": no tests \ufffd[2J"},
		"task for none": {grade.Result{Status: grade.StatusFailed, Tests: append(tests(grade.Skipped), grade.Test{ID: "x", Outcome: grade.Passed})}, `skips every test of the task "one"`},
	} {
		t.Run(name, func(t *testing.T) {
			ex := &exercise.Exercise{Tasks: []grade.TaskSpec{{ID: "one", Weight: 1}}}
			_, err := verify.Record(t.Context(), &answers{results: []grade.Result{row.result}}, ex, []string{"right.py"}, hush)
			_, ok := errors.AsType[*exercise.Error](err)
			require.True(t, ok, "%v", err)
			assert.ErrorContains(t, err, row.want)
		})
	}
	g := &answers{results: []grade.Result{{Status: grade.StatusSystemError, Message: "the engine went away"}}}
	_, err := verify.Record(t.Context(), g, &exercise.Exercise{}, []string{"right.py"}, hush)
	_, ok := errors.AsType[*exercise.Error](err)
	assert.False(t, ok, "our own fault is nobody's mistake")
	assert.ErrorContains(t, err, "the engine went away")
}

func TestCheckSaysWhatDoesNotHold(t *testing.T) {
	failed := grade.Result{Status: grade.StatusFailed, Tests: tests(grade.Passed, grade.Failed), Tasks: []grade.Task{{ID: "one", Weight: 1}, {ID: "two", Weight: 1, Earned: 1}}}
	passed := grade.Result{Status: grade.StatusPassed, Tests: tests(grade.Passed), Tasks: []grade.Task{{ID: "one", Weight: 1, Earned: 1}}}
	invalid := grade.Result{Status: grade.StatusInvalid, Message: "line 1"}
	rejected := func(loses ...string) *exercise.Exercise {
		return &exercise.Exercise{Entry: "solution.py", Accepted: []exercise.Solution{{Name: "a"}}, Rejected: []exercise.Solution{{Name: "r", Loses: loses}}}
	}
	for name, row := range map[string]struct {
		ex      *exercise.Exercise
		results []grade.Result
		want    []verify.Finding
	}{
		"all holds": {rejected("one"), []grade.Result{passed, failed, failed}, []verify.Finding{
			{Solution: "accepted/a", Holds: "passes"}, {Solution: "rejected/r", Holds: "loses one, as it says"}, {Solution: "empty", Holds: "does not pass"}}},
		"nothing holds": {rejected("two"), []grade.Result{failed, failed, passed}, []verify.Finding{
			{Solution: "accepted/a", Problems: []string{"test_2: failed: because"}},
			{Solution: "rejected/r", Problems: []string{"keeps two, which it says it loses", "loses one, which it does not say", "test_2: failed: because"}},
			{Solution: "empty", Problems: []string{"passes, so that the suite asks for nothing that it lacks"}}}},
		"invalid": {rejected("one"), []grade.Result{invalid, invalid, invalid}, []verify.Finding{
			{Solution: "accepted/a", Problems: []string{"line 1"}}, {Solution: "rejected/r", Problems: []string{"line 1"}},
			{Solution: "empty", Problems: []string{"cannot be graded: line 1"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []verify.Finding
			err := verify.Check(t.Context(), &answers{results: row.results}, row.ex, func(f verify.Finding) { got = append(got, f) })
			require.NoError(t, err)
			assert.Equal(t, row.want, got)
		})
	}
	suite := []grade.Result{{Status: grade.StatusSuiteError, Message: "no tests"}}
	err := verify.Check(t.Context(), &answers{results: suite}, rejected(), func(verify.Finding) { t.Error("nothing is said of a solution") })
	assert.ErrorContains(t, err, "no tests")
}
