package grader

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
	"github.com/pygrader/pygrader/internal/submission"
)

// maxTries is how often a test may be on when a guest or a judge ends before the test is the one to blame.
const maxTries = 2

// exitOfEnded is how a judge ends whose session was ended by a signal: by the limits of collection, as long as nothing is
// collected, or for want of memory. PROTOCOL.md, "Ends before their time".
const exitOfEnded = 97

// errSettled says that a session has settled the result: the submission gave the judge more than it could go over.
var errSettled = errors.New("the result is settled")

// run is the grading of one submission: a public and a hidden part, each in as many sessions as it takes.
type run struct {
	grader     *Grader
	exercise   *exercise.Exercise
	submission *submission.Submission
	result     *grade.Result

	guest    *peer
	clock    *clock
	base     uint32
	imported bool // once: the submission can be imported
	tests    []grade.Test
	errors   []protocol.CollectError
	tries    map[string]int // sessions that broke while the test was on
	broken   int            // sessions that broke before any test was on
	done     int
}

// part is one of the two sets of tests that never share a session.
type part struct {
	visibility grade.Visibility
	files      []protocol.FileData
	expected   []exercise.ExpectedTest // nil: whatever is collected
}

func (r *run) stop() {
	if r.guest != nil {
		r.guest.stop()
	}
}

func (r *run) grade(ctx context.Context) error {
	deadline := r.deadline()
	ctx, cancel := context.WithTimeoutCause(ctx, deadline, errDeadline)
	defer cancel()
	err := r.all(ctx)
	if err != nil && r.outOfTime(ctx) {
		return r.late(deadline)
	}
	return err
}

// all runs both parts, and sums them up.
func (r *run) all(ctx context.Context) error {
	suite := r.exercise.Suite
	r.progress("starting")
	if err := r.newGuest(ctx); err != nil && ctx.Err() == nil {
		err = r.newGuest(ctx) // once more: a fault of ours
		if err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	if r.result.Status != "" {
		return nil
	}
	for _, p := range []part{
		{visibility: grade.Public, files: onWire(suite.Shared, suite.Public)},
		{visibility: grade.Hidden, files: onWire(suite.Shared, suite.Hidden)},
	} {
		if p.visibility == grade.Public && len(suite.Public) == 0 || p.visibility == grade.Hidden && len(suite.Hidden) == 0 {
			continue
		}
		for _, t := range r.exercise.Expected {
			if t.Visibility == p.visibility {
				p.expected = append(p.expected, t)
			}
		}
		if r.exercise.Expected != nil && p.expected == nil {
			continue // none of these tests has to report, and what nobody expects is not run
		}
		runTests := r.runPart
		if r.exercise.Isolation == grade.IsolationShared {
			runTests = r.runShared
		}
		err := runTests(ctx, p)
		if errors.Is(err, errSettled) {
			return nil
		}
		if err != nil || r.result.Status != "" {
			return err
		}
	}
	conclude(r.result, r.exercise, r.tests, r.errors)
	return nil
}

// newGuest takes a fresh guest and gives it the submission. A submission that does not compile is invalid.
func (r *run) newGuest(ctx context.Context) error {
	r.stop()
	guest, err := r.grader.takeGuest(ctx, r.exercise)
	if err != nil {
		return err
	}
	r.guest = guest
	defer context.AfterFunc(ctx, guest.stop)() // a guest that does not read cannot hold us
	loaded := make(chan protocol.LoadedMessage, 1)
	guest.handle(func(f protocol.Frame) {
		var m protocol.LoadedMessage
		if f.Kind == protocol.Loaded && protocol.Decode(f, &m) == nil {
			select {
			case loaded <- m:
			default:
			}
		}
	})
	err = guest.tell(protocol.Load, 0, protocol.LoadMessage{
		Files: onWire(r.submission.Files, r.exercise.Assets), Entry: r.exercise.Module(),
		Limits: protocol.LimitsOfGuest(r.exercise.Limits), Interface: r.exercise.Interface,
	})
	if err != nil {
		return err
	}
	select {
	case m := <-loaded:
		if len(m.Errors) > 0 {
			r.invalid(m.Errors)
		}
		return nil
	case <-guest.ended:
		return fmt.Errorf("loading the submission: %s", guest.why())
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (r *run) invalid(found []protocol.CompileError) {
	for i := range found {
		if name := filepath.Base(r.submission.Path); found[i].File == r.exercise.Entry && path.Ext(name) == ".py" {
			found[i].File = name // a single file is the entry, whatever its name
		}
	}
	first := found[0]
	r.result.Status, r.result.Blame, r.result.Code = grade.StatusInvalid, grade.Candidate, "syntax_error"
	r.result.Message = fmt.Sprintf("%s, line %d: %s: %s", first.File, first.Line, first.Type, first.Message)
	if first.File == "" {
		r.result.Message = first.Message
	}
	for _, e := range found[1:] {
		r.result.Detail += fmt.Sprintf("%s, line %d: %s: %s\n", e.File, e.Line, e.Type, e.Message)
	}
	score(r.result, r.exercise, expectedTests(r.exercise, grade.NotRun))
}

// runPart runs sessions until every test of the part has a verdict.
func (r *run) runPart(ctx context.Context, p part) error {
	var pending []string
	if p.expected != nil {
		pending = []string{}
		for _, t := range p.expected {
			pending = append(pending, t.ID)
		}
	}
	verdicts := map[string]grade.Test{}
	var found []protocol.CollectedTest
	var collectErrors []protocol.CollectError
	for direct, first := false, true; first || len(pending) > 0; first = false {
		only := pending
		if direct {
			only = r.next(pending)
		}
		s, imported, err := r.session(ctx, p, only, direct)
		if err != nil {
			r.keep(ctx, p, s, found, collectErrors, verdicts)
			return err
		}
		if !imported.ok() {
			if r.importFailed(imported, first) {
				return nil
			}
			break // it could be imported before: these tests stay without a run
		}
		r.imported = true
		if s.collected != nil {
			if found == nil {
				found, collectErrors = s.collected.Tests, s.collected.Errors
				r.unrecorded(p, s.collected.Others)
				if pending == nil {
					pending = ids(found)
				}
			}
		}
		before := len(pending)
		for id, t := range r.settle(s, p.visibility) {
			verdicts[id] = t
			pending = slices.DeleteFunc(pending, func(other string) bool { return other == id })
		}
		nothing := len(s.order) == 0 && s.collected != nil // of what should have run can be collected
		if nothing && !direct && imported.Forkable || len(pending) == before && r.broken > 2*maxTries {
			break
		}
		if direct && len(only) > 0 && len(pending) == before {
			r.tries[only[0]]++
			if nothing || r.tries[only[0]] > maxTries {
				pending = pending[1:]
			}
		}
		// No test came to a verdict: the template dies, or hangs, when it is to fork.
		direct = direct || !imported.Forkable || len(pending) == before && len(pending) > 0
	}
	r.collect(p, found, collectErrors, verdicts)
	return nil
}

// next are the pending tests that a candidate is for which imports anew: one, those of one file, or all.
func (r *run) next(pending []string) []string {
	n := min(1, len(pending))
	file := func(i int) string { f, _, _ := strings.Cut(pending[i], "::"); return f }
	for r.exercise.Tests != exercise.Alone && n < len(pending) && (r.exercise.Tests == exercise.AsOne || file(n) == file(0)) {
		n++
	}
	return pending[:n]
}

// sharing says in the protocol's terms what the exercise's tests have in common.
func (r *run) sharing(direct bool) (protocol.Share, protocol.Rest) {
	switch {
	case r.exercise.Tests == exercise.Together:
		return protocol.ShareFile, protocol.RestFails
	case r.exercise.Tests == exercise.AsOne && direct:
		return protocol.ShareSession, protocol.RestWaits
	case r.exercise.Tests == exercise.AsOne:
		return protocol.ShareSession, protocol.RestAlone
	}
	return protocol.ShareNothing, protocol.RestAlone
}

func ids(tests []protocol.CollectedTest) []string {
	out := make([]string, 0, len(tests))
	for _, t := range tests {
		out = append(out, t.ID)
	}
	return out
}

// session runs one session; a guest or judge that ends is replaced, and what it was running is noted.
func (r *run) session(ctx context.Context, p part, only []string, direct bool) (*session, importOutcome, error) {
	for {
		judge, err := r.grader.takeJudge(ctx, r.exercise)
		if err != nil {
			return nil, importOutcome{}, err
		}
		r.base += 1 << 17
		s := newSession(judge, r.guest, r.base, r.clock, func(protocol.ReportMessage) {
			r.done++
			r.progress("testing")
		})
		share, rest := r.sharing(direct)
		outcome, err := s.run(ctx, protocol.JobMessage{
			Files: p.files, Modules: modules(r.exercise, r.submission), Only: only,
			Submission: onWire(r.submission.Files), Limits: protocol.LimitsOfJudge(r.exercise.Limits), Interface: r.exercise.Interface,
			Surface: r.exercise.Surface, Share: share, Rest: rest, Recording: r.exercise.Recording,
		}, direct)
		broke := err
		switch {
		case errors.Is(err, errIdle):
			r.grader.dropJudge()
			return s, outcome, nil
		case errors.Is(err, errJudge):
			r.grader.dropJudge()
			err = r.newGuest(ctx) // its stream may hold half a conversation
		case errors.Is(err, errGuest):
			err = r.newGuest(ctx)
		case err == nil:
			return s, outcome, nil
		default:
			return s, outcome, err
		}
		if err == nil && r.result.Status != "" {
			err = errSettled
		}
		if err != nil {
			return nil, outcome, err
		}
		if on := s.broke(); on != "" {
			r.tries[on]++
			return s, outcome, nil
		}
		if r.broken++; r.broken >= maxTries && errors.Is(broke, errJudge) && s.overCollecting(ctx) && r.overCollected(s.heard()) {
			return nil, outcome, errSettled
		}
		if r.broken > 2*maxTries {
			return nil, outcome, fmt.Errorf("running the tests: %s; %s", s.judge.why(), s.guest.why())
		}
	}
}

// overCollecting says whether the judge ended because its session did while it collected, by a signal.
func (s *session) overCollecting(ctx context.Context) bool {
	s.mu.Lock()
	collected := s.collected != nil
	s.mu.Unlock()
	if collected {
		return false
	}
	exit, err := s.judge.process.Wait(ctx)
	return err == nil && exit.Code == exitOfEnded
}

// overCollected settles the result where the tests could not be collected within the judge's limits. They are the author's
// as long as the submission has given them nothing; and if they were once recorded, the fault is ours. False: not settled.
func (r *run) overCollected(heard bool) bool {
	switch {
	case heard:
		r.result.Status, r.result.Blame, r.result.Code = grade.StatusFailed, grade.Candidate, "judge_overloaded"
		r.result.Message = "collecting the tests: what the submission gave them was too much to go over in time"
		score(r.result, r.exercise, expectedTests(r.exercise, grade.Error))
	case r.exercise.Expected == nil:
		score(r.result, r.exercise, nil)
		suiteError(r.result, "collection_overloaded", "the suite cannot be collected: that took more time or memory than it may, "+
			"before it had asked the submission for anything", "")
	default:
		return false
	}
	return true
}

// broke is the test that was on when a session ended early.
func (s *session) broke() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, channel := range s.order {
		a := s.accounts[channel]
		if a.report == nil || a.report.Lost {
			if i := int(channel-s.base) - 1; s.collected != nil && i >= 0 && i < len(s.collected.Tests) {
				return s.collected.Tests[i].ID
			}
		}
	}
	return ""
}

func (r *run) progress(phase string) {
	r.grader.cfg.Progress(Progress{Submission: r.submission.Path, Phase: phase, Done: r.done, Total: len(r.exercise.Expected)})
}
