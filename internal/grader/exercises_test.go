package grader

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
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
	for _, s := range ex.Accepted {
		t.Run("accepted/"+s.Name, func(t *testing.T) {
			r := gradeFiles(t, g, ex, s.Files)
			assert.Equal(t, grade.StatusPassed, r.Status, "%s", dump(r))
			assert.Equal(t, r.MaxScore, r.Score)
		})
	}
	for _, s := range ex.Rejected {
		t.Run("rejected/"+s.Name, func(t *testing.T) {
			r := gradeFiles(t, g, ex, s.Files)
			lost := []string{}
			for _, task := range r.Tasks {
				if task.Earned < task.Weight {
					lost = append(lost, task.ID)
				}
			}
			assert.ElementsMatch(t, s.Loses, lost, "%s", failures(r))
		})
	}
	for name, files := range map[string][]grade.File{"starter": ex.Starter, "empty": {{Path: ex.Entry}}} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, grade.StatusFailed, gradeFiles(t, g, ex, files).Status)
		})
	}
}

func gradeFiles(t *testing.T, g *Grader, ex *exercise.Exercise, files []grade.File) grade.Result {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		at := filepath.Join(dir, filepath.FromSlash(f.Path))
		require.NoError(t, os.MkdirAll(filepath.Dir(at), 0o755))
		require.NoError(t, os.WriteFile(at, f.Data, 0o644))
	}
	r, err := g.Grade(context.Background(), ex, dir)
	require.NoError(t, err)
	return r
}

// failures lists what did not pass, for the message of a test.
func failures(r grade.Result) string {
	out := string(r.Status) + " " + r.Message + "\n"
	for _, test := range r.Tests {
		if test.Outcome != grade.Passed {
			out += test.ID + ": " + string(test.Outcome) + ": " + test.Message + "\n"
		}
	}
	return out
}
