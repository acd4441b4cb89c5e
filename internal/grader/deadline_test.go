package grader

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// short is a deadline far below the limits of the tests here, so that it strikes first, and far above what a prepared
// sandbox needs for the little that comes before they hang.
const short = 6 * time.Second

const (
	quickTest = "from solution import f\n\n\ndef test_quick():\n    assert f(1) == 2\n\n\n"
	rightly   = "import time\n\n\ndef f(x):\n    return x + 1\n\n\ndef hang():\n    time.sleep(1000)\n"

	candidateHangs = quickTest + "def test_hangs():\n    from solution import hang\n    hang()\n\n\ndef test_after():\n    pass\n"
	authorHangs    = quickTest + "def test_hangs():\n    import time\n    time.sleep(1000)\n\n\ndef test_after():\n    pass\n"
)

// TestDeadlineIsBlamedOnWhoseTimeItWas: what strikes when the limits of all tests come to more than a grading may take. A
// test that had its verdict keeps it; nobody's mistake costs anybody else a mark.
func TestDeadlineIsBlamedOnWhoseTimeItWas(t *testing.T) {
	for name, c := range map[string]struct {
		suite    string
		recorded bool // there is a tests.toml: a right solution came through
		shared   bool
		status   grade.Status
		blame    grade.Blame
	}{
		"the submission hangs":                   {suite: candidateHangs, status: grade.StatusFailed, blame: grade.Candidate},
		"the submission hangs, recorded":         {suite: candidateHangs, recorded: true, status: grade.StatusFailed, blame: grade.Candidate},
		"the submission hangs beside the tests":  {suite: candidateHangs, recorded: true, shared: true, status: grade.StatusFailed, blame: grade.Candidate},
		"the tests hang":                         {suite: authorHangs, status: grade.StatusSuiteError, blame: grade.Author},
		"tests that came to their end once hang": {suite: authorHangs, recorded: true, status: grade.StatusFailed, blame: grade.Candidate},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // they wait, most of the time
			ex, solution := hanging(t, c.suite)
			if c.recorded {
				for _, id := range []string{"test_quick", "test_hangs", "test_after"} {
					ex.Expected = append(ex.Expected, exercise.ExpectedTest{ID: "test_it.py::" + id, Visibility: grade.Hidden})
				}
			}
			if c.shared {
				ex.Isolation = grade.IsolationShared
			}
			g := New(Config{Backend: dockerBackend(t), Deadline: short})
			defer g.Close()
			require.NoError(t, g.Ready(t.Context(), ex))
			r, err := g.Grade(t.Context(), ex, solution)
			require.NoError(t, err)
			assert.Equal(t, c.status, r.Status, dump(r))
			assert.Equal(t, c.blame, r.Blame, dump(r))
			assert.Equal(t, codeDeadline, r.Code, dump(r))
			require.Len(t, r.Tests, 3, dump(r))
			assert.Equal(t, grade.Passed, r.Tests[0].Outcome, dump(r))
			for _, test := range r.Tests[1:] {
				assert.Equal(t, grade.Timeout, test.Outcome, dump(r))
				assert.Equal(t, codeDeadline, test.Code, dump(r))
				assert.Equal(t, c.blame, test.Blame, dump(r))
			}
			assert.Zero(t, r.Score)
		})
	}
}

// hanging is an exercise whose limits let a test hang for longer than the deadline.
func hanging(t *testing.T, suite string) (*exercise.Exercise, string) {
	t.Helper()
	dir := t.TempDir()
	test, solution := filepath.Join(dir, "test_it.py"), filepath.Join(dir, "solution.py")
	require.NoError(t, os.WriteFile(test, []byte(suite), 0o600))
	require.NoError(t, os.WriteFile(solution, []byte(rightly), 0o600))
	ex := bareSuite(t, test, "solution.py")
	ex.Interface = "plain"
	ex.Limits.Wall = 10 * time.Minute
	return ex, solution
}

// silent is a process that never says anything, as with an engine that hangs.
type silent struct {
	recording
	stopped *io.PipeWriter
}

func (s silent) Stop() { _ = s.stopped.Close() }

type silentBackend struct{}

// Start starts nothing.
func (silentBackend) Start(context.Context, sandbox.Spec) (sandbox.Process, error) {
	r, w := io.Pipe()
	return silent{recording{r}, w}, nil
}

// Close has nothing to wait for.
func (silentBackend) Close(context.Context) error { return nil }

// TestDeadlineIsOursWhereNobodyHadATurn: a sandbox that answers nothing costs no marks.
func TestDeadlineIsOursWhereNobodyHadATurn(t *testing.T) {
	ex, solution := hanging(t, candidateHangs)
	g := New(Config{Backend: silentBackend{}, Deadline: 50 * time.Millisecond})
	defer g.Close()
	r, err := g.Grade(t.Context(), ex, solution)
	require.NoError(t, err)
	assert.Equal(t, grade.StatusSystemError, r.Status, dump(r))
	assert.Equal(t, grade.System, r.Blame)
	assert.Equal(t, codeDeadline, r.Code)
}

// TestDeadlineOfTheCallerIsNoResult: who gives up on a grading is told why, whatever our own deadline.
func TestDeadlineOfTheCallerIsNoResult(t *testing.T) {
	ex, solution := hanging(t, candidateHangs)
	g := New(Config{Backend: silentBackend{}})
	defer g.Close()
	ctx, cancel := context.WithTimeoutCause(t.Context(), 50*time.Millisecond, errHangs)
	defer cancel()
	_, err := g.Grade(ctx, ex, solution)
	require.ErrorIs(t, err, errHangs)
}
