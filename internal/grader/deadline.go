package grader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
)

// errDeadline is why a grading is given up from outside, whatever is in it.
var errDeadline = errors.New("the deadline of the grading is over")

const codeDeadline = "deadline"

// deadline is when to give up. It covers what the limits of all tests come to, each run twice. So it strikes where these
// come to more than protocol.MaxDeadline, or where one of them did not hold.
func (r *run) deadline() time.Duration {
	most := protocol.Deadline(r.exercise.Limits, 2*max(len(r.exercise.Expected), 1))
	if r.exercise.Expected == nil {
		most = protocol.MaxDeadline // how many tests there are is not known
	}
	if own := r.grader.cfg.Deadline; own > 0 {
		most = min(most, own)
	}
	return most
}

// outOfTime says whether the deadline has struck, and not the caller's.
func (r *run) outOfTime(ctx context.Context) bool { return errors.Is(context.Cause(ctx), errDeadline) }

// keep enters what a part came to before the deadline, if that has struck.
func (r *run) keep(ctx context.Context, p part, s *session, found []protocol.CollectedTest, failed []protocol.CollectError, verdicts map[string]grade.Test) {
	if s == nil || !r.outOfTime(ctx) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if found == nil && s.collected != nil {
		found, failed = s.collected.Tests, s.collected.Errors
	}
	for id, t := range r.settle(s, p.visibility) {
		verdicts[id] = t
	}
	r.collect(p, found, failed, verdicts)
}

// late settles a grading that the deadline has ended, by who had most of its time. What has a verdict keeps it. The time of
// tests that were recorded from a right solution is the submission's too: with that one they came to their end.
func (r *run) late(deadline time.Duration) error {
	who := r.clock.most()
	if who == theTests && r.exercise.Expected != nil {
		who = theSubmission
	}
	if who == pygrader {
		return fmt.Errorf("%w: %v, most of them spent on neither the tests nor the submission", errDeadline, deadline)
	}
	blame := grade.Candidate
	if who == theTests {
		blame = grade.Author
	}
	for _, t := range expectedTests(r.exercise, grade.NotRun) {
		if !slices.ContainsFunc(r.tests, func(other grade.Test) bool { return other.ID == t.ID }) {
			r.tests = append(r.tests, t)
		}
	}
	for i := range r.tests {
		if t := &r.tests[i]; t.Outcome == grade.NotRun {
			t.Outcome, t.Blame, t.Code = grade.Timeout, blame, codeDeadline
			t.Message = "the time of the whole grading was over before this test was"
		}
	}
	score(r.result, r.exercise, r.tests)
	if who == theTests {
		suiteError(r.result, codeDeadline, fmt.Sprintf("the suite is not over after %v, most of which it worked without the submission", deadline), "")
		return nil
	}
	r.result.Status, r.result.Blame, r.result.Code = grade.StatusFailed, grade.Candidate, codeDeadline
	r.result.Message = fmt.Sprintf("the time of the whole grading, %v, was over before all tests were", deadline)
	return nil
}
