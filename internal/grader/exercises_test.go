package grader

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/verify"
)

// TestExercisesTellSolutionsApart holds, for every exercise of the catalogue: each accepted solution gets full marks,
// each rejected one loses exactly the tasks that it names, the starter and an empty submission fail.
func TestExercisesTellSolutionsApart(t *testing.T) {
	catalogue := exercise.NewCatalogue(os.DirFS("../../exercises"), "exercises")
	listed, err := catalogue.List()
	require.NoError(t, err)
	require.NotEmpty(t, listed)
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	for _, l := range listed {
		ex, err := catalogue.Open(l.Slug)
		require.NoError(t, err)
		t.Run(ex.Slug, func(t *testing.T) { checkExercise(t, g, ex) })
	}
}

func checkExercise(t *testing.T, g *Grader, ex *exercise.Exercise) {
	t.Helper()
	require.GreaterOrEqual(t, len(ex.Accepted), 2)
	require.GreaterOrEqual(t, len(ex.Rejected), 3)
	require.NotEmpty(t, ex.Starter)
	checkSolutions(t, g, ex)
}

func checkSolutions(t *testing.T, g *Grader, ex *exercise.Exercise) {
	t.Helper()
	err := verify.Check(context.Background(), g, ex, func(f verify.Finding) {
		t.Run(f.Solution, func(t *testing.T) { assert.Empty(t, f.Problems) })
	})
	require.NoError(t, err)
}
