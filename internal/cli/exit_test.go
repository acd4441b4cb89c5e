package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/submission"
)

func TestExitCodes(t *testing.T) {
	missing := &submission.Error{Path: "a.py", Err: fs.ErrNotExist}
	for _, c := range []struct {
		err  error
		code int
	}{
		{nil, 0},
		{told{errNotPassed}, 1},
		{told{errUnproven}, 1},
		{told{errSuite}, 2},
		{mistaken("no"), 2},
		{fmt.Errorf("doing: %w", mistaken("no")), 2},
		{&exercise.Error{}, 2},
		{missing, 2},
		{errors.Join(missing, missing), 2},
		{told{errSystem}, 3},
		{told{errWall}, 3},
		{&docker.Error{}, 3},
		{errors.New("nobody foresaw this"), 3},
		{context.DeadlineExceeded, 3},
		{errInterrupted, 130},
		{fmt.Errorf("doing: %w", errInterrupted), 130},
	} {
		assert.Equal(t, c.code, exitCode(c.err), "%v", c.err)
		if c.code > 0 {
			assert.Contains(t, exitTable, "\n  "+strconv.Itoa(c.code)+" ", "documented")
		}
	}
}

func TestOfSeveralEndsTheWorstCounts(t *testing.T) {
	assert.Equal(t, 2, exitCode(worse(told{errNotPassed}, told{errSuite})))
	assert.Equal(t, 2, exitCode(worse(told{errSuite}, told{errNotPassed})))
	assert.NoError(t, worse(nil, nil))
}

func TestWhatAResultMeansForTheExitCode(t *testing.T) {
	for _, c := range []struct {
		status grade.Status
		score  float64
		under  string
		code   int
	}{
		{grade.StatusPassed, 3, "", 0},
		{grade.StatusFailed, 2.1, "", 1},
		{grade.StatusFailed, 2.1, "70", 0},
		{grade.StatusFailed, 2.1, "71%", 1},
		{grade.StatusFailed, 0, "0", 0},
		{grade.StatusInvalid, 0, "0", 1},
		{grade.StatusSuiteError, 0, "0", 2},
		{grade.StatusSystemError, 0, "0", 3},
	} {
		var under percentage
		if c.under != "" {
			require.NoError(t, under.Set(c.under))
		}
		err := verdict(grade.Result{Status: c.status, Score: c.score, MaxScore: 3}, under)
		assert.Equal(t, c.code, exitCode(err), "%+v", c)
	}
}

func TestErrorsAreOneLineWithARemedy(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{told{errNotPassed}, ""},
		{mistaken("no such thing; see that one"), "pygrader: no such thing; see that one\n"},
		{fmt.Errorf("connecting: %w", &docker.Error{Problem: "no engine", Remedy: "Start it."}), "pygrader: connecting: no engine. Start it.\n"},
		{errors.Join(mistaken("one"), mistaken("two")), "pygrader: one\npygrader: two\n"},
		{errors.New("odd"), "pygrader: odd; no submission is to blame for this: try again, and report it as a bug of pygrader if it stays\n"},
	} {
		var b strings.Builder
		explain(&b, c.err)
		assert.Equal(t, c.want, b.String())
	}
}

func TestTheFirstSignalCancelsAndTheSecondAborts(t *testing.T) {
	aborted := make(chan struct{})
	ctx, stop := notify(t.Context(), func() { close(aborted) })
	defer stop()
	require.NoError(t, syscall.Kill(syscall.Getpid(), syscall.SIGTERM))
	<-ctx.Done()
	require.ErrorIs(t, context.Cause(ctx), errInterrupted)
	require.NoError(t, syscall.Kill(syscall.Getpid(), syscall.SIGINT))
	<-aborted
}
