package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/report"
	"github.com/pygrader/pygrader/internal/submission"
	"github.com/pygrader/pygrader/internal/verify"
)

// runGrade checks everything that is the user's before it starts anything.
func runGrade(ctx context.Context, sys System, opts gradeOptions) error {
	ex, err := opts.load()
	if err != nil {
		return err
	}
	if err := opts.checkPaths(); err != nil {
		return err
	}
	out, err := openOutput(opts.Output, sys.Stdout)
	if err != nil {
		return err
	}
	defer out.Discard()
	g := &grading{sys: sys, opts: opts, ex: ex, out: out, progress: sys.progress(), report: newRenderer(sys, opts, out)}
	return opts.withGrader(ctx, sys, g.progress, g.tell, func(to *grader.Grader) error {
		g.grader = to
		if err := g.takeReferences(ctx); err != nil {
			return err
		}
		return g.all(ctx)
	})
}

// closed adds what went wrong at the end to how a command went. The first fault of ours is the one to tell.
func closed(err, closing error) error {
	if closing == nil || exitCode(err) >= exitOurFault {
		return err
	}
	return fmt.Errorf("cleaning up: %w", closing)
}

func newRenderer(sys System, opts gradeOptions, out *output) report.Renderer {
	switch opts.Format {
	case "json":
		return report.NewJSON(out)
	case "junit":
		return report.NewJUnit(out)
	}
	look := sys.Text
	if opts.Output != "" {
		look = report.TextOptions{}
	}
	return report.NewText(out, look)
}

// grading is one run of grade, with all its submissions.
type grading struct {
	sys      System
	opts     gradeOptions
	ex       *exercise.Exercise
	out      *output
	progress *report.Progress
	report   report.Renderer
	grader   *grader.Grader
	current  atomic.Int64 // the submission that is graded, counted from 1, 0 for a reference; tell runs in the grader's goroutine
}

// takeReferences holds what follows to what all references pass and any of them needs.
func (g *grading) takeReferences(ctx context.Context) error {
	if len(g.opts.References) == 0 {
		return nil
	}
	recorded, err := verify.Record(ctx, g.grader, g.ex, g.opts.References, func(path string) {
		g.progress.Step("running the reference " + path)
	})
	g.progress.Clear()
	if err != nil {
		return err
	}
	g.ex = recorded.Apply(g.ex)
	if n := len(recorded.LeftOut); n > 0 {
		text := "pygrader: the reference skips %d of %d tests, which are left out: %s\n"
		if len(g.opts.References) > 1 {
			text = "pygrader: not all references pass %d of %d tests, which are left out: %s\n"
		}
		_, _ = fmt.Fprintf(g.sys.Stderr, text, n, n+len(recorded.Tests), someOf(recorded.LeftOut))
	}
	return nil
}

// someOf names the first few.
func someOf(names []string) string {
	const most = 5
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), more)
	}
	return strings.Join(names, ", ")
}

// all grades every submission and completes the report. When it cannot, the report is left incomplete: of JUnit, which
// is one document, nothing is written, and an output file stays what it was.
func (g *grading) all(ctx context.Context) error {
	var worst error
	for i, path := range g.opts.Paths {
		g.current.Store(int64(i + 1))
		result, err := g.grader.Grade(ctx, g.ex, path)
		g.progress.Clear()
		switch {
		case is[*submission.Error](err): // it may not be read, or it vanished; the others can be graded all the same
			explain(g.sys.Stderr, err)
			worst = worse(worst, told{err})
			continue
		case err != nil:
			return err
		}
		if len(g.opts.References) > 0 {
			result.Unrecorded = nil // what they skip was said
		}
		if err := g.report.Result(g.view(result)); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
		worst = worse(worst, verdict(result, g.opts.FailUnder))
	}
	if err := errors.Join(g.report.Close(), g.out.Commit()); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return worst
}

func (g *grading) view(r grade.Result) grade.Result {
	if g.opts.View == grade.ViewCandidate {
		return report.CandidateView(r, g.ex.Feedback)
	}
	return report.ReviewerView(r)
}

// tell shows progress where a line can be written over; a log is better off with the reports alone.
func (g *grading) tell(p grader.Progress) {
	if !g.sys.Live {
		return
	}
	step := p.Submission + ": " + p.Phase
	switch n, current := len(g.opts.Paths), g.current.Load(); {
	case current == 0:
		step = "running the reference " + step
	case n > 1:
		step = fmt.Sprintf("[%d of %d] %s", current, n, step)
	}
	g.progress.Step(step)
	if p.Total > 0 {
		g.progress.Count(p.Done, p.Total)
	}
}

// verdict says what a result means for the exit code.
func verdict(r grade.Result, under percentage) error {
	switch r.Status {
	case grade.StatusPassed:
		return nil
	case grade.StatusFailed:
		if under.given && percent(r) >= under.value {
			return nil
		}
		return told{errNotPassed}
	case grade.StatusInvalid:
		return told{errNotPassed}
	case grade.StatusSuiteError:
		return told{errSuite}
	}
	return told{errSystem}
}

func percent(r grade.Result) float64 {
	if r.MaxScore == 0 {
		return 0
	}
	const rounding = 1e-9 // 2.1 of 3 points are 70 percent
	return 100*r.Score/r.MaxScore + rounding
}
