package grader

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// TestCollectionOverItsLimits: a judge that collects is ended by its container's memory, or by its CPU time, of which the
// suite leaves it little here. What the submission had a part in is its fault; before it said anything it is the
// author's, unless the suite was once collected, when it is ours.
func TestCollectionOverItsLimits(t *testing.T) {
	const (
		loops = "import resource, time\n" +
			"resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 1, resource.RLIM_INFINITY))\n" +
			"while True:\n    pass\n"
		test = "\n\ndef test_it():\n    pass\n"
	)
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	for name, c := range map[string]struct {
		suite, solution string
		recorded        bool
		status          grade.Status
		blame           grade.Blame
		code            string
	}{
		"memory, after it spoke": {"from solution import N\n\nBIG = b'x' * N\n" + test, "N = 2 << 30\n",
			false, grade.StatusFailed, grade.Candidate, "judge_overloaded"},
		"memory, before it spoke": {"BIG = b'x' * (2 << 30)\n" + test, "N = 1\n",
			false, grade.StatusSuiteError, grade.Author, "collection_overloaded"},
		"time, after it spoke": {"from solution import N\n" + loops + test, "N = 1\n",
			false, grade.StatusFailed, grade.Candidate, "judge_overloaded"},
		"time, before it spoke": {loops + test, "N = 1\n",
			false, grade.StatusSuiteError, grade.Author, "collection_overloaded"},
		"time, before it spoke, though it printed": {loops + test, "print('here I am', flush=True)\n",
			false, grade.StatusSuiteError, grade.Author, "collection_overloaded"},
		"time, after it spoke, recorded": {"from solution import N\n" + loops + test, "N = 1\n",
			true, grade.StatusFailed, grade.Candidate, "judge_overloaded"},
		"time, before it spoke, recorded": {loops + test, "N = 1\n",
			true, grade.StatusSystemError, grade.System, "sandbox_failed"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			suite, solution := filepath.Join(dir, "test_it.py"), filepath.Join(dir, "solution.py")
			require.NoError(t, os.WriteFile(suite, []byte(c.suite), 0o600))
			require.NoError(t, os.WriteFile(solution, []byte(c.solution), 0o600))
			ex := bareSuite(t, suite, "solution.py")
			if c.recorded {
				ex.Expected = []exercise.ExpectedTest{{ID: "test_it.py::test_it", Visibility: grade.Hidden}}
			}
			r, err := g.Grade(t.Context(), ex, solution)
			require.NoError(t, err)
			assert.Equal(t, c.status, r.Status, dump(r))
			assert.Equal(t, c.blame, r.Blame, dump(r))
			assert.Equal(t, c.code, r.Code, dump(r))
			assert.Zero(t, r.Score)
		})
	}
}
