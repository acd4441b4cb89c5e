package grader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
)

// besideTests leaves out of a submission what would configure pytest, or take the place of one of the suite's files.
func besideTests(files []grade.File, ex *exercise.Exercise) (kept []grade.File, left []string) {
	taken := map[string]bool{".": true}
	for _, f := range slices.Concat(ex.Suite.Shared, ex.Suite.Public, ex.Suite.Hidden) {
		taken[f.Path] = true
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			taken[dir] = true
		}
	}
	for _, f := range files {
		configures := false
		switch dir, base := path.Split(f.Path); base {
		case "conftest.py", "pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg":
			configures = true
		case "__init__.py": // it would give the tests beside it other names
			configures = taken[path.Clean(dir)]
		}
		if f.Path != ex.Entry && (configures || taken[f.Path]) {
			left = append(left, f.Path)
			continue
		}
		kept = append(kept, f)
	}
	return kept, left
}

// runShared has the tests of a part run beside the submission, in as many processes as it takes: where one ends, the
// test that was on is its victim, and the others are run in the next.
func (r *run) runShared(ctx context.Context, p part) error {
	var pending []string // nil: all
	if p.expected != nil {
		for _, t := range p.expected {
			pending = append(pending, t.ID)
		}
	}
	verdicts := map[string]grade.Test{}
	var manifest *protocol.CollectedMessage
	for idle := 0; manifest == nil || len(pending) > 0 && idle < maxTries; {
		s, err := r.sharedSession(ctx, p, pending)
		if err != nil && r.outOfTime(ctx) {
			r.keepShared(p, s, manifest, pending, verdicts)
		}
		if err != nil || r.result.Status != "" {
			return err
		}
		if s.manifest == nil && manifest == nil {
			r.notCollected(p, s, verdicts)
			return nil
		}
		if manifest == nil {
			manifest, r.imported = s.manifest, true
			if pending == nil {
				pending = ids(manifest.Tests)
			}
		}
		before := len(pending)
		pending = r.settleShared(s, p.visibility, pending, verdicts)
		if idle++; len(pending) < before {
			idle = 0
		}
		if s.broken != "" || s.manifest != nil && s.death == nil && !s.lost {
			break // it came to its end, and what is left cannot be collected; or nothing more is to be believed
		}
	}
	r.collect(p, manifest.Tests, manifest.Errors, verdicts)
	return nil
}

// keepShared enters what a part came to before the deadline.
func (r *run) keepShared(p part, s *shared, manifest *protocol.CollectedMessage, pending []string, verdicts map[string]grade.Test) {
	if s != nil {
		manifest = cmp.Or(manifest, s.manifest)
		r.settleShared(s, p.visibility, pending, verdicts)
	}
	if manifest == nil {
		manifest = &protocol.CollectedMessage{}
	}
	r.collect(p, manifest.Tests, manifest.Errors, verdicts)
}

// sharedSession runs one such process to its end; a guest that ends is replaced.
func (r *run) sharedSession(ctx context.Context, p part, only []string) (*shared, error) {
	r.base += 1 << 17
	s := newShared(r.guest, r.base, only, func() {
		r.done++
		r.progress("testing")
	})
	err := s.run(ctx, r.clock, protocol.RunMessage{Files: p.files, Modules: modules(r.exercise, r.submission), Only: only})
	if errors.Is(err, errGuest) {
		s.lost = true
		if on := s.on(); on != "" {
			r.tries[on]++
		} else if r.broken++; r.broken < maxTries && s.manifest == nil {
			if err := r.newGuest(ctx); err != nil || r.result.Status != "" {
				return nil, err
			}
			return r.sharedSession(ctx, p, only)
		}
		err = r.newGuest(ctx)
	} else if s.broken != "" && err == nil {
		err = r.newGuest(ctx) // whatever it still says is of no use
	}
	return s, err
}

// notCollected notes that a part came to no list of its tests. Before any other test had run, that is what a submission
// that cannot be imported is in a container of its own.
func (r *run) notCollected(p part, s *shared, verdicts map[string]grade.Test) {
	message := "collecting the tests beside the submission: their process " + s.ending()
	if r.imported {
		unknown := protocol.CollectError{Message: message, Blame: grade.Candidate}
		if p.expected == nil {
			unknown.ID = "tests/" + string(p.visibility)
		}
		r.collect(p, nil, []protocol.CollectError{unknown}, verdicts)
		return
	}
	r.result.Status, r.result.Blame, r.result.Code = grade.StatusFailed, grade.Candidate, grade.CodeImportFailed
	r.result.Message = message
	tests := expectedTests(r.exercise, grade.Error)
	for i := range tests {
		tests[i].Blame, tests[i].Code, tests[i].Message = grade.Candidate, grade.CodeImportFailed, "the tests could not be collected beside the submission"
	}
	score(r.result, r.exercise, tests)
}

// settleShared reads off a session which tests have a verdict, and returns those that have none.
func (r *run) settleShared(s *shared, visibility grade.Visibility, pending []string, verdicts map[string]grade.Test) []string {
	if s.manifest == nil {
		return pending
	}
	settled := func(t grade.Test) {
		verdicts[t.ID] = t
		pending = slices.DeleteFunc(pending, func(id string) bool { return id == t.ID })
	}
	blank := func(test protocol.CollectedTest) grade.Test {
		return grade.Test{ID: test.ID, Task: test.Task, Visibility: visibility, Blame: grade.Candidate}
	}
	for i, test := range s.manifest.Tests[:len(s.facts)] {
		t := blank(test)
		s.reports[i].WallMS = s.facts[i].WallMS // the process's own clock is its own affair
		join(&t, s.reports[i], s.facts[i])
		settled(t)
	}
	if s.broken == "" && s.death == nil && !s.lost {
		return pending
	}
	at := max(0, min(len(s.facts), len(s.manifest.Tests)-1))
	for i, test := range s.manifest.Tests[min(at, len(s.manifest.Tests)):] {
		t := blank(test)
		switch {
		case s.broken != "" && i == 0:
			t.Outcome, t.Code, t.Message = grade.Crashed, "manifest_broken", "the process that this test shares with the submission "+s.broken
		case s.broken != "":
			t.Outcome, t.Code, t.Message = grade.NotRun, "manifest_broken", "an earlier test broke the list of reports, so that nothing after it can be believed"
		case s.lost && r.tries[test.ID] < maxTries:
			return pending // our fault until it happens again
		case s.lost:
			t.Outcome, t.Code, t.Message = grade.Crashed, "broke_sandbox", "the sandbox ended whenever this test ran"
		default:
			t.Outcome, _ = deathBy(s.death.Reason)
			t.Code = cmp.Or(s.death.Reason, "crashed")
			t.Message = "the process that this test shares with the submission " + s.ending()
			t.WallMS, t.CPUMS, t.PeakMemoryBytes = s.death.WallMS, s.death.CPUMS, s.death.PeakMemory
		}
		settled(t)
		if s.broken == "" {
			break // the others are run again
		}
	}
	return pending
}

// ending says how the process ended, for a sentence.
func (s *shared) ending() string {
	switch {
	case s.broken != "":
		return s.broken
	case s.death == nil:
		return "ended with its whole sandbox"
	case s.death.Reason == "disk":
		return "needs more room for files than the exercise allows"
	case s.death.Reason != "":
		_, message := deathBy(s.death.Reason)
		return message
	case s.death.Signal != nil:
		return fmt.Sprintf("was ended by signal %d", *s.death.Signal)
	case s.death.Exit != nil:
		return fmt.Sprintf("ended with exit code %d", *s.death.Exit)
	}
	return "ended"
}
