package cli

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/report"
	"github.com/pygrader/pygrader/internal/submission"
)

// runGrade checks everything that is the user's before it starts anything.
func runGrade(ctx context.Context, sys System, opts gradeOptions) (err error) {
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
	progress := sys.progress()
	defer progress.Clear()
	backend, stop, err := openBackend(ctx, sys, opts.Backend, opts.Runtime, progress)
	if err != nil {
		return err
	}
	defer func() {
		progress.Clear()
		err = closed(err, stop(ctx))
	}()
	g := &grading{sys: sys, opts: opts, ex: ex, out: out, progress: progress, report: newRenderer(sys, opts, out)}
	g.grader = grader.New(grader.Config{Backend: backend, Progress: g.tell})
	defer g.grader.Close()
	return g.all(ctx)
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
	current  atomic.Int64 // the submission that is graded, counted from 1; tell runs in the grader's goroutine
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
	if n := len(g.opts.Paths); n > 1 {
		step = fmt.Sprintf("[%d of %d] %s", g.current.Load(), n, step)
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
