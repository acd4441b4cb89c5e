package grader

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
)

// deaths maps the supervisor's reasons to outcomes.
var deaths = map[string]struct {
	outcome grade.Outcome
	message string
}{
	"cpu":       {grade.Timeout, "used more CPU time than the limit of the test"},
	"wall":      {grade.Timeout, "did not answer within the time limit of the test"},
	"memory":    {grade.Memory, "ran out of memory and was ended"},
	"output":    {grade.OutputLimit, "printed more than the test allows"},
	"too_large": {grade.Failed, "sent more at once than may cross"},
	"protocol":  {grade.Crashed, "wrote to the grader's own connection"},
	"":          {grade.Crashed, "ended its own process before the test was over"},
}

// settle reads off a session which tests have a verdict, by id.
func (r *run) settle(s *session, visibility grade.Visibility) map[string]grade.Test {
	out := map[string]grade.Test{}
	if s.collected == nil {
		return out
	}
	for _, channel := range s.order {
		i := int(channel-s.base) - 1
		if i < 0 || i >= len(s.collected.Tests) {
			continue
		}
		test := s.collected.Tests[i]
		a := s.accounts[channel]
		t := grade.Test{ID: test.ID, Task: test.Task, Visibility: visibility}
		switch {
		case a.report == nil || a.report.Lost || a.facts == nil:
			if r.tries[test.ID] < maxTries {
				continue // our fault until it happens again
			}
			t.Outcome, t.Blame, t.Code = grade.Crashed, grade.Candidate, "broke_sandbox"
			t.Message = "the sandbox ended whenever this test ran"
		default:
			join(&t, *a.report, *a.facts)
			if r.exercise.Interface == "objects" {
				r.result.Surface = r.result.Surface.Merge(a.report.Surface)
			}
		}
		out[test.ID] = t
	}
	return out
}

// join makes one account of the judge's report and the kernel's facts. Facts dated before the test's end override a
// pass, and never make one.
func join(t *grade.Test, report protocol.ReportMessage, facts protocol.FactsMessage) {
	t.Outcome, t.Blame, t.Code, t.Message = report.Outcome, report.Blame, report.Code, report.Message
	t.Line, t.Report, t.Stdout, t.Stderr = report.Line, report.Report, report.Stdout, report.Stderr
	t.WallMS, t.CPUMS, t.PeakMemoryBytes = report.WallMS, facts.CPUMS, facts.PeakMemory
	t.Probed = report.Probed
	if report.Outcome != grade.Passed || facts.Reason == "" && !facts.Died {
		return
	}
	outcome, message := deathBy(facts.Reason)
	t.Outcome, t.Blame, t.Code = outcome, grade.Candidate, cmp.Or(facts.Reason, "crashed")
	t.Message = "the solution " + message
}

// deathBy is what a process that ended for that reason makes of its test, and what to say of it.
func deathBy(reason string) (grade.Outcome, string) {
	d, known := deaths[reason]
	if !known {
		d = deaths[""]
	}
	return d.outcome, d.message
}

// skippedPrefix is what the judge says of a skipped test before the reason.
const skippedPrefix = "a skipped test earns nothing, unless a reference skips it too: "

// collect enters the tests of a part into the run: every expected one, in order, or every one found.
func (r *run) collect(p part, found []protocol.CollectedTest, failed []protocol.CollectError, verdicts map[string]grade.Test) {
	r.errors = append(r.errors, failed...)
	if p.expected == nil {
		for _, f := range found {
			r.tests = append(r.tests, orNotRun(verdicts, f.ID, f.Task, p.visibility))
		}
		for _, f := range failed {
			if f.Blame == grade.Candidate {
				r.tests = append(r.tests, uncollected(grade.Test{ID: f.ID, Visibility: p.visibility}, f))
			}
		}
		return
	}
	for _, want := range p.expected {
		t := orNotRun(verdicts, want.ID, want.Task, p.visibility)
		t.Task = want.Task
		if t.Outcome == grade.Skipped {
			t.Outcome, t.Blame, t.Code = grade.Failed, grade.Candidate, "skipped"
			t.Message = "the test passed with the reference and must not be skipped: " + strings.TrimPrefix(t.Message, skippedPrefix)
		}
		if t.Blame == grade.Author {
			t.Blame = grade.Candidate // it passed with the solution that it was recorded from
		}
		if i := slices.IndexFunc(failed, func(f protocol.CollectError) bool { return within(want.ID, f.ID) }); i >= 0 && t.Outcome == grade.NotRun {
			t = uncollected(t, failed[i])
		}
		ran := len(verdicts) > 0 && len(r.tries) == 0 && r.broken == 0
		if t.Outcome == grade.NotRun && ran && !defines(r.exercise.Suite, want.ID) {
			t.Blame, t.Code = grade.Author, "stale_record"
			t.Message = exercise.TestsFile + " names it, and no file of the suite defines it: run pygrader verify --record"
		}
		r.tests = append(r.tests, t)
	}
}

// unrecorded notes what the suite holds and tests.toml does not name: of others, the tests that were not asked for, and of
// the files, which are collected only where it names a test of theirs.
func (r *run) unrecorded(p part, others []string) {
	if p.expected == nil {
		return
	}
	named := func(id string) bool {
		return slices.ContainsFunc(r.exercise.Expected, func(t exercise.ExpectedTest) bool { return within(t.ID, id) })
	}
	for _, f := range p.files {
		base := path.Base(f.Path)
		if (strings.HasPrefix(base, "test_") && strings.HasSuffix(base, ".py") || strings.HasSuffix(base, "_test.py")) && !named(f.Path) {
			r.result.Unrecorded = append(r.result.Unrecorded, f.Path)
		}
	}
	for _, id := range others {
		if !named(id) {
			r.result.Unrecorded = append(r.result.Unrecorded, id)
		}
	}
}

// defines reports whether some file of the suite has a function of a test's name.
func defines(suite exercise.Suite, id string) bool {
	parts := strings.Split(id, "::")
	name, _, _ := strings.Cut(parts[len(parts)-1], "[")
	return slices.ContainsFunc(slices.Concat(suite.Shared, suite.Public, suite.Hidden), func(f grade.File) bool {
		return strings.Contains(string(f.Data), "def "+name+"(")
	})
}

func orNotRun(verdicts map[string]grade.Test, id, task string, visibility grade.Visibility) grade.Test {
	if t, ok := verdicts[id]; ok {
		return t
	}
	return grade.Test{
		ID: id, Task: task, Visibility: visibility, Outcome: grade.NotRun, Blame: grade.Candidate, Code: "not_run",
		Message: "the test was expected and did not report",
	}
}

// within reports whether a test lies in the file or class of that node id.
func within(test, node string) bool {
	return test == node || strings.HasPrefix(test, node+"::") || node == ""
}

// uncollected is the account of a test whose file could not be collected. Where the tests were recorded from a right
// solution the submission is the cause, whatever the exception.
func uncollected(t grade.Test, f protocol.CollectError) grade.Test {
	t.Outcome, t.Blame, t.Code = grade.Error, grade.Candidate, "collection_failed"
	t.Message, t.Report, t.Line = f.Message, f.Text, f.Line
	return t
}

// importFailed notes that the submission cannot be imported; true where that ends the grading. Only the first import
// may speak to the candidate: a later one could tell what an earlier test left behind.
func (r *run) importFailed(outcome importOutcome, first bool) bool {
	if r.imported || !first {
		return false
	}
	claim := outcome.claim
	r.result.Status, r.result.Blame, r.result.Code = grade.StatusFailed, grade.Candidate, grade.CodeImportFailed
	switch {
	case outcome.Ended && outcome.Reason != "":
		r.result.Message = "importing the submission: it " + deaths[outcome.Reason].message
	case outcome.Ended:
		r.result.Message = "importing the submission: it ended its own process"
	default:
		r.result.Message = fmt.Sprintf("importing the submission: %s: %s", claim.Type, claim.Message)
		if line := lastLine(claim.Trace); line != "" {
			r.result.Message = fmt.Sprintf("importing the submission, %s: %s: %s", line, claim.Type, claim.Message)
		}
		r.result.Detail = claim.Trace
	}
	tests := expectedTests(r.exercise, grade.Error)
	for i := range tests {
		tests[i].Blame, tests[i].Code, tests[i].Message = grade.Candidate, grade.CodeImportFailed, "the submission cannot be imported"
	}
	score(r.result, r.exercise, tests)
	return true
}

// lastLine is the innermost "file, line n" of a Python traceback.
func lastLine(trace string) string {
	for _, line := range slices.Backward(strings.Split(trace, "\n")) {
		if rest, ok := strings.CutPrefix(line, `  File "`); ok {
			file, rest, _ := strings.Cut(rest, `", line `)
			number, _, _ := strings.Cut(rest, ",")
			return file + ", line " + number
		}
	}
	return ""
}

func expectedTests(ex *exercise.Exercise, outcome grade.Outcome) []grade.Test {
	tests := []grade.Test{}
	for _, t := range ex.Expected {
		tests = append(tests, grade.Test{ID: t.ID, Task: t.Task, Visibility: t.Visibility, Outcome: outcome})
	}
	return tests
}

func score(result *grade.Result, ex *exercise.Exercise, tests []grade.Test) {
	result.Tests = append([]grade.Test{}, tests...)
	result.Tasks, result.Score, result.MaxScore = grade.Score(ex.Tasks, tests)
}

// conclude sums up what the tests say.
func conclude(result *grade.Result, ex *exercise.Exercise, tests []grade.Test, failed []protocol.CollectError) {
	score(result, ex, tests)
	for _, f := range failed {
		if f.Certain || ex.Expected == nil && f.Blame == grade.Author {
			suiteError(result, "collection_failed", fmt.Sprintf("the suite cannot be collected: %s: %s", f.ID, f.Message), f.Text)
			return
		}
	}
	if len(tests) == 0 {
		suiteError(result, "no_tests", "the suite holds no tests: pytest collects test_*.py and *_test.py", "")
		return
	}
	if wrong := tasksAtFault(ex, tests); wrong != "" && len(failed) == 0 {
		suiteError(result, "tasks_disagree", wrong, "")
		return
	}
	if i := slices.IndexFunc(tests, func(t grade.Test) bool { return t.Blame == grade.Author }); i >= 0 {
		suiteError(result, tests[i].Code, fmt.Sprintf("%s is at fault itself: %s", tests[i].ID, tests[i].Message), tests[i].Report)
		return
	}
	result.Status = grade.StatusPassed
	passed := 0
	for _, t := range tests {
		if t.Outcome == grade.Passed {
			passed++
		}
	}
	if passed < len(tests) || result.Score < result.MaxScore {
		result.Status, result.Blame, result.Code = grade.StatusFailed, grade.Candidate, "tests_failed"
		result.Message = fmt.Sprintf("%d of %d tests passed", passed, len(tests))
	}
}

// tasksAtFault says where the tests and the declared tasks do not fit together, which no submission can help.
func tasksAtFault(ex *exercise.Exercise, tests []grade.Test) string {
	if len(ex.Tasks) == 0 {
		return ""
	}
	for _, t := range tests {
		if t.Task != "" && !slices.ContainsFunc(ex.Tasks, func(s grade.TaskSpec) bool { return s.ID == t.Task }) {
			return fmt.Sprintf("%s is marked as task %q, which exercise.toml does not declare", t.ID, t.Task)
		}
	}
	for _, s := range ex.Tasks {
		if !slices.ContainsFunc(tests, func(t grade.Test) bool { return t.Task == s.ID }) {
			return fmt.Sprintf("task %q has no test: mark one with @pytest.mark.task(%q), or take the task out of exercise.toml", s.ID, s.ID)
		}
	}
	return ""
}

func suiteError(result *grade.Result, code, message, detail string) {
	result.Status, result.Blame, result.Code = grade.StatusSuiteError, grade.Author, code
	result.Message, result.Detail, result.Score = message, detail, 0
}
