package report

import (
	"maps"
	"slices"

	"github.com/pygrader/pygrader/internal/grade"
)

// ReviewerView is everything.
func ReviewerView(r grade.Result) grade.Result {
	r.View = grade.ViewReviewer
	r.Feedback = ""
	r.LeftOut, r.Unrecorded = slices.Clone(r.LeftOut), slices.Clone(r.Unrecorded)
	r.Surface = maps.Clone(r.Surface)
	r.Tests = append([]grade.Test{}, r.Tests...)
	tasks := make([]grade.Task, 0, len(r.Tasks))
	for _, t := range r.Tasks {
		t.Counts = cloneCounts(t.Counts)
		tasks = append(tasks, t)
	}
	r.Tasks = tasks
	return r
}

// CandidateView is what a candidate may be told: public tests whole, and of hidden ones what the policy lets through.
// It builds a new result field by field, so that a field added later stays out until someone lets it in here. A policy
// that it does not know counts as the strictest.
func CandidateView(r grade.Result, policy grade.Feedback) grade.Result {
	if !slices.Contains(grade.Feedbacks(), policy) {
		policy = grade.FeedbackScore
	}
	v := grade.Result{
		Format:     r.Format,
		View:       grade.ViewCandidate,
		Feedback:   policy,
		Exercise:   r.Exercise,
		Submission: r.Submission,
		Status:     r.Status,
		Score:      r.Score,
		MaxScore:   r.MaxScore,
		Blame:      r.Blame,
		Isolation:  r.Isolation,
		Interface:  r.Interface,
		OpenEnded:  r.OpenEnded,
		LeftOut:    slices.Clone(r.LeftOut),
		Tasks:      candidateTasks(r, policy),
		Tests:      candidateTests(r, policy),
	}
	if ownMessage(r) || policy == grade.FeedbackFull {
		v.Code = r.Code
		v.Message = r.Message
	}
	return v
}

// ownMessage reports whether a result's message was written before any hidden test could run beside the submission: at
// the intake, or at the first import. In one shared process that import may already have read the tests.
func ownMessage(r grade.Result) bool {
	return r.Status == grade.StatusInvalid || r.Code == grade.CodeImportFailed && r.Isolation == grade.IsolationSplit
}

func candidateTasks(r grade.Result, policy grade.Feedback) []grade.Task {
	tasks := []grade.Task{}
	if policy == grade.FeedbackScore {
		return tasks
	}
	for _, t := range r.Tasks {
		v := grade.Task{ID: t.ID, Title: t.Title, Weight: t.Weight, Earned: t.Earned}
		if policy == grade.FeedbackTasks {
			countPublic(&v, r)
			tasks = append(tasks, v)
			continue
		}
		v.Passed, v.Total, v.Counts = t.Passed, t.Total, cloneCounts(t.Counts)
		if t.Earned < t.Weight {
			v.Hint = t.Hint
		}
		tasks = append(tasks, v)
	}
	return tasks
}

// countPublic counts a task's public tests only.
func countPublic(task *grade.Task, r grade.Result) {
	task.Counts = map[grade.Outcome]int{}
	declared := func(id string) bool {
		return slices.ContainsFunc(r.Tasks, func(t grade.Task) bool { return t.ID == id })
	}
	for _, t := range r.Tests {
		own := t.Task == task.ID || task.ID == grade.WholeSuite && !declared(t.Task)
		if t.Visibility != grade.Public || !own {
			continue
		}
		task.Total++
		task.Counts[t.Outcome]++
		if t.Outcome == grade.Passed {
			task.Passed++
		}
	}
}

func candidateTests(r grade.Result, policy grade.Feedback) []grade.Test {
	tests := []grade.Test{}
	for _, t := range r.Tests {
		if t.Visibility != grade.Public && policy != grade.FeedbackFull {
			continue
		}
		v := grade.Test{
			ID: t.ID, Task: t.Task, Visibility: t.Visibility, Outcome: t.Outcome, Blame: t.Blame, Code: t.Code,
			WallMS: t.WallMS, CPUMS: t.CPUMS, PeakMemoryBytes: t.PeakMemoryBytes, Probed: t.Probed,
		}
		// Where all run in one process, a submission can print a hidden test in a public one, or raise it as an error.
		if r.Isolation == grade.IsolationSplit || policy == grade.FeedbackFull {
			v.Message, v.Line, v.Report, v.Stdout, v.Stderr = t.Message, t.Line, t.Report, t.Stdout, t.Stderr
		}
		tests = append(tests, v)
	}
	return tests
}

func cloneCounts(counts map[grade.Outcome]int) map[grade.Outcome]int {
	c := map[grade.Outcome]int{}
	maps.Copy(c, counts)
	return c
}
