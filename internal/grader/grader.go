// Package grader grades one submission: it takes a judge and a guest from a sandbox, sends each what it may know, relays
// and meters what they say, and joins their accounts into one result.
//
// It promises a result for everything that a submission can do, and an error only for the user's mistakes and for a
// cancelled context. It knows nothing of how a sandbox is made or how a result is shown.
package grader

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/submission"
)

// Progress tells how far a grading is.
type Progress struct {
	Submission  string
	Phase       string // "starting", "testing"
	Done, Total int    // tests; Total is 0 while unknown
}

// Config is what a Grader works with.
type Config struct {
	Backend  sandbox.Backend
	Progress func(Progress) // may be nil; called from one goroutine at a time
	Deadline time.Duration  // of one grading, where it is to be less than what the limits of its tests come to
}

// Grader grades one submission after the other. It keeps one judge for all of them and never a guest.
type Grader struct {
	cfg   Config
	mu    sync.Mutex
	judge *starting
	guest *starting // at hand for the next submission, with the limits it was made for
	spec  sandbox.Spec
	work  sync.WaitGroup // starts, and stops of what is not needed any more
}

// New makes a Grader; nothing is started before the first grading.
func New(cfg Config) *Grader {
	if cfg.Progress == nil {
		cfg.Progress = func(Progress) {}
	}
	return &Grader{cfg: cfg}
}

// starting is a peer on its way.
type starting struct {
	done chan struct{}
	peer *peer
	err  error
}

func (g *Grader) launch(ctx context.Context, spec sandbox.Spec) *starting {
	s := &starting{done: make(chan struct{})}
	ctx = context.WithoutCancel(ctx) // it may serve the next submission; whoever waits for it heeds the context
	g.work.Go(func() {
		defer close(s.done)
		s.peer, s.err = start(ctx, g.cfg.Backend, spec)
	})
	return s
}

func (s *starting) wait(ctx context.Context) (*peer, error) {
	select {
	case <-s.done:
		return s.peer, s.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// stop ends a peer as soon as it has started.
func (s *starting) stop() {
	if s == nil {
		return
	}
	<-s.done
	if s.err == nil {
		s.peer.stop()
	}
}

// Warm starts a judge, where one is needed, and a guest for an exercise ahead of its first submission.
func (g *Grader) Warm(ctx context.Context, ex *exercise.Exercise) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.judge == nil && ex.Isolation != grade.IsolationShared {
		g.judge = g.launch(ctx, sandbox.Spec{Role: sandbox.Judge, Limits: ex.Limits})
	}
	spec := sandbox.Spec{Role: sandbox.Guest, Limits: ex.Limits}
	if g.guest != nil && g.spec != spec {
		g.work.Go(g.guest.stop)
		g.guest = nil
	}
	if g.guest == nil {
		g.guest, g.spec = g.launch(ctx, spec), spec
	}
}

// Ready warms and waits until what was started has said that it can take work.
func (g *Grader) Ready(ctx context.Context, ex *exercise.Exercise) error {
	g.Warm(ctx, ex)
	g.mu.Lock()
	both := []*starting{g.judge, g.guest}
	g.mu.Unlock()
	for _, s := range both {
		if s == nil {
			continue
		}
		p, err := s.wait(ctx)
		if err != nil {
			return err
		}
		select {
		case <-p.ready:
		case <-p.ended:
			return errors.New(p.why())
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}

// takeGuest gives out a guest that has run nothing.
func (g *Grader) takeGuest(ctx context.Context, ex *exercise.Exercise) (*peer, error) {
	g.Warm(ctx, ex)
	g.mu.Lock()
	s := g.guest
	g.guest = nil
	g.mu.Unlock()
	p, err := s.wait(ctx)
	if err != nil {
		g.work.Go(s.stop)
	}
	return p, err
}

func (g *Grader) takeJudge(ctx context.Context, ex *exercise.Exercise) (*peer, error) {
	g.mu.Lock()
	if g.judge == nil {
		g.judge = g.launch(ctx, sandbox.Spec{Role: sandbox.Judge, Limits: ex.Limits})
	}
	s := g.judge
	g.mu.Unlock()
	p, err := s.wait(ctx)
	if err != nil {
		g.dropJudge()
	}
	return p, err
}

func (g *Grader) dropJudge() {
	g.mu.Lock()
	defer g.mu.Unlock()
	old := g.judge
	g.judge = nil
	g.work.Go(old.stop)
}

// Close ends the judge and the guest at hand. The backend is its maker's to close.
func (g *Grader) Close() {
	g.mu.Lock()
	judge, guest := g.judge, g.guest
	g.judge, g.guest = nil, nil
	g.mu.Unlock()
	judge.stop()
	guest.stop()
	g.work.Wait()
}

// Grade grades the submission at that path. The error is a *submission.Error, or why ctx was cancelled; whatever else
// happens is in the result, which holds all that a reviewer may see.
func (g *Grader) Grade(ctx context.Context, ex *exercise.Exercise, at string) (grade.Result, error) {
	begun := time.Now()
	result := grade.Result{
		Format: grade.Format, View: grade.ViewReviewer, Exercise: ex.Slug, Submission: at,
		Isolation: ex.Isolation, Interface: ex.Interface, Tasks: []grade.Task{}, Tests: []grade.Test{},
	}
	if ex.Isolation == grade.IsolationShared {
		result.Interface = "plain" // nothing stands between tests and objects, so that nothing is let in
	}
	result.OpenEnded = result.Interface == "objects" && ex.Surface == nil
	spec := submission.Spec{Entry: ex.Entry, Files: ex.Files, Modules: ex.Modules, Limits: submission.DefaultLimits()}
	if ex.Follows {
		spec.Follow = exercise.ImportedModules
	}
	sub, bad, err := submission.Read(at, spec)
	if err != nil {
		return result, err
	}
	if bad != nil {
		result.Status, result.Blame = grade.StatusInvalid, grade.Candidate
		result.Code, result.Message = bad.Code, bad.Message
		score(&result, ex, expectedTests(ex, grade.NotRun))
		return result, nil
	}
	if ex.Isolation == grade.IsolationShared {
		var left []string
		sub.Files, left = besideTests(sub.Files, ex)
		sub.LeftOut = append(sub.LeftOut, left...)
	}
	result.LeftOut = sub.LeftOut
	r := &run{grader: g, exercise: ex, submission: sub, result: &result, clock: newClock(), tries: map[string]int{}}
	err = r.grade(ctx)
	r.stop()
	result.WallMS = time.Since(begun).Milliseconds()
	if err != nil && ctx.Err() != nil {
		return result, context.Cause(ctx)
	}
	if err != nil {
		systemError(&result, ex, err)
	}
	return result, nil
}

// advised is an error that says, in a sentence, what a person can do about it.
type advised interface {
	error
	Advice() string
}

func systemError(result *grade.Result, ex *exercise.Exercise, err error) {
	result.Status, result.Blame, result.Code = grade.StatusSystemError, grade.System, "sandbox_failed"
	result.Message = fmt.Sprintf("pygrader itself failed, the submission is not to blame: %v", err)
	if e, ok := errors.AsType[advised](err); ok {
		result.Message += ". " + e.Advice()
	}
	if errors.Is(err, errDeadline) {
		result.Code = "deadline"
	}
	score(result, ex, expectedTests(ex, grade.NotRun))
	result.Score = 0
}

// modules are the top-level names that tests import from the submission.
func modules(ex *exercise.Exercise, sub *submission.Submission) []string {
	names := []string{ex.Module()}
	for _, f := range sub.Files {
		top, _, _ := strings.Cut(f.Path, "/")
		name := strings.TrimSuffix(top, path.Ext(top))
		if (name != top || strings.Contains(f.Path, "/")) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func onWire(files ...[]grade.File) []protocol.FileData {
	var out []protocol.FileData
	for _, part := range files {
		for _, f := range part {
			out = append(out, protocol.FileData{Path: f.Path, Data: f.Data})
		}
	}
	return out
}
