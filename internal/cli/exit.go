package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/submission"
)

// The exit codes. exitTable documents them.
const (
	exitPassed      = 0
	exitNotPassed   = 1
	exitMistake     = 2
	exitOurFault    = 3
	exitInterrupted = 130
)

// exitTable is part of pygrader's help.
const exitTable = `Exit codes:
  0    all submissions passed, or the command did what it was asked
  1    a submission did not pass, or is under --fail-under; of verify and import,
       a solution does not do what it should
  2    a mistake in the usage, the exercise, its suite or the configuration
  3    our own fault or the Docker engine's; of doctor, a wall that does not hold
  130  interrupted
Of several, the highest.`

// How a grading can end, of those that its report has told of.
var (
	errNotPassed = errors.New("a submission did not pass")
	errSuite     = errors.New("the suite could not be run")
	errSystem    = errors.New("a submission could not be graded")
	errWall      = errors.New("a wall does not hold")
	errUnproven  = errors.New("a solution of an exercise does not do what it should")
)

// mistake is the user's, with its remedy.
type mistake struct{ text string }

func (m *mistake) Error() string { return m.text }

func mistaken(format string, args ...any) error { return &mistake{fmt.Sprintf(format, args...)} }

// told is an error that the user has been told of; only its exit code is left to say.
type told struct{ error }

func (t told) Unwrap() error { return t.error }

// exitCode is the only place where an exit code is chosen.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitPassed
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	case errors.Is(err, errNotPassed), errors.Is(err, errUnproven):
		return exitNotPassed
	case errors.Is(err, errSuite), is[*mistake](err), is[*exercise.Error](err), is[*submission.Error](err):
		return exitMistake
	default: // errSystem, errWall, *docker.Error and all that nobody foresaw
		return exitOurFault
	}
}

// worse is the one of two ends that counts.
func worse(a, b error) error {
	if exitCode(b) > exitCode(a) {
		return b
	}
	return a
}

func is[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

// explain writes an error for a person, unless they have been told already.
func explain(w io.Writer, err error) {
	if err == nil || is[told](err) {
		return
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range several.Unwrap() {
			explain(w, e)
		}
		return
	}
	text := err.Error()
	if e, ok := errors.AsType[*docker.Error](err); ok {
		text += ". " + e.Remedy
	} else if exitCode(err) == exitOurFault {
		text += "; no submission is to blame for this: try again, and report it as a bug of pygrader if it stays"
	}
	_, _ = fmt.Fprintln(w, "pygrader: "+text) // there is nobody to tell that it cannot be told
}
