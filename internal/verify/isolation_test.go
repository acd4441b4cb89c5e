package verify_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/verify"
)

func TestCompareTellsWhichTestsCannotBeSplit(t *testing.T) {
	ex := &exercise.Exercise{Isolation: "shared", Interface: "plain", Accepted: []exercise.Solution{{Name: "a"}}, Rejected: []exercise.Solution{{Name: "r"}}}
	passed := grade.Result{Status: grade.StatusPassed, Tests: tests(grade.Passed, grade.Passed, grade.Passed)}
	same := grade.Result{Status: grade.StatusFailed, Tests: tests(grade.Failed, grade.Error, grade.Passed)}
	g := &answers{results: []grade.Result{
		{Status: grade.StatusFailed, Tests: tests(grade.Passed, grade.Failed)[1:], Message: "no such test"}, passed,
		{Status: grade.StatusFailed, Tests: tests(grade.Crashed, grade.Timeout, grade.Failed)}, same,
	}}
	c, err := verify.Compare(t.Context(), g, ex, hush)
	require.NoError(t, err)
	assert.Equal(t, verify.Comparison{Tests: 3, Solutions: 2, Differ: []verify.Difference{
		{Test: "test_1", Solution: "accepted/a", Split: grade.NotRun, Shared: grade.Passed, Reason: "no such test"},
		{Test: "test_2", Solution: "accepted/a", Split: grade.Failed, Shared: grade.Passed, Reason: "because"},
		{Test: "test_3", Solution: "accepted/a", Split: grade.NotRun, Shared: grade.Passed, Reason: "no such test"},
	}}, c, "the first solution that shows it, and no two ways of not passing")
	assert.Equal(t, []string{"split", "objects"}, []string{g.asked[0].Isolation, g.asked[0].Interface})
	assert.Equal(t, "shared", g.asked[1].Isolation)
	assert.Equal(t, "plain", ex.Interface, "the exercise itself is left alone")

	broken := grade.Result{Status: grade.StatusSuiteError, Message: "cannot be collected"}
	c, err = verify.Compare(t.Context(), &answers{results: []grade.Result{broken, passed, broken, passed}}, ex, hush)
	require.NoError(t, err, "what cannot be split may look broken")
	assert.Len(t, c.Differ, 3)
	_, err = verify.Compare(t.Context(), &answers{results: []grade.Result{broken, broken}}, ex, hush)
	assert.ErrorContains(t, err, "cannot be collected", "what breaks in one process too is broken")
}
