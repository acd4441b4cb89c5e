// Package verify proves what an author claims of an exercise by grading the author's own solutions, and records from
// right ones which tests there are and what they use of a solution's classes.
//
// It promises that a solution of the author's that does not do what it should is said to be so, by name, as a Finding or
// an *exercise.Error, and never recorded; any other error is a fault of ours or a cancelled context. It writes nothing but
// temporary folders, and knows nothing of how a submission is graded.
package verify

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// Grader grades one submission, as *grader.Grader does.
type Grader interface {
	Grade(ctx context.Context, ex *exercise.Exercise, at string) (grade.Result, error)
}

// gradeFiles grades a solution that an exercise holds.
func gradeFiles(ctx context.Context, g Grader, ex *exercise.Exercise, files []grade.File) (result grade.Result, err error) {
	dir, err := os.MkdirTemp("", "pygrader-verify-")
	if err != nil {
		return result, fmt.Errorf("unpacking a solution of %q: %w", ex.Slug, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	for _, f := range files {
		at := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			return result, fmt.Errorf("unpacking a solution of %q: %w", ex.Slug, err)
		}
		if err := os.WriteFile(at, f.Data, 0o600); err != nil {
			return result, fmt.Errorf("unpacking a solution of %q: %w", ex.Slug, err)
		}
	}
	return g.Grade(ctx, ex, dir)
}

// unjudged says why a result says nothing of the solution: the suite is at fault, or we are.
func unjudged(doing string, r grade.Result) error {
	switch r.Status {
	case grade.StatusSuiteError:
		return &exercise.Error{Doing: doing, Problems: []exercise.Problem{{Text: brief(r.Message)}}}
	case grade.StatusSystemError:
		return fmt.Errorf("%s: %s", doing, brief(r.Message))
	}
	return nil
}

// maxNamed bounds the tests that a message names.
const maxNamed = 10

// failures are sentences on what did not pass, the first few tests by name.
func failures(r grade.Result, fails func(grade.Test) bool) []string {
	var texts []string
	more := 0
	for _, t := range r.Tests {
		switch {
		case !fails(t):
		case len(texts) == maxNamed:
			more++
		default:
			texts = append(texts, strings.TrimSuffix(brief(fmt.Sprintf("%s: %s: %s", t.ID, t.Outcome, t.Message)), ": "))
		}
	}
	if more > 0 {
		texts = append(texts, fmt.Sprintf("and %d more", more))
	}
	if len(texts) == 0 {
		texts = []string{brief(r.Message)}
	}
	return texts
}

// brief makes text of a solution fit for one line of a terminal.
func brief(s string) string {
	const most = 300
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsPrint(r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return utf8.RuneError
	}, s)
}
