package report_test

import "github.com/pygrader/pygrader/internal/grade"

const hostile = "\x1b[2J\x1b]0;owned\x07 a\u202eb\u200bc \x9b \xff \u009b \ufffe\U000e0041 ]]><testcase/>\r\nsecond\tline\x00"

// samples are one result of each kind.
func samples() []grade.Result {
	return []grade.Result{passed(), failed(), hostileResult(), invalidResult(), importFailed(), suiteError(), systemError(), shared(), openSurface(), openButUnused(), recordedSurface(), recordedEquality()}
}

func base(submission string) grade.Result {
	return grade.Result{Format: grade.Format, Exercise: "sort-records", Submission: submission, Isolation: "split", Interface: "plain", WallMS: 480}
}

func specs() []grade.TaskSpec {
	return []grade.TaskSpec{
		{ID: "basic", Title: "Sorts by one key", Weight: 1, Hint: "Look at the key argument of sorted."},
		{ID: "missing-last", Title: "Records without the key come last", Weight: 2.5, Hint: "What does None compare to? And is a record without the key the same as one whose value is None, or do they differ?"},
		{ID: "stable", Weight: 1},
	}
}

func test(id, task string, v grade.Visibility, o grade.Outcome) grade.Test {
	t := grade.Test{ID: "tests/" + string(v) + "/test_sort.py::" + id, Task: task, Visibility: v, Outcome: o, WallMS: 12, CPUMS: 9, PeakMemoryBytes: 3 << 20}
	if o != grade.Passed && o != grade.Skipped {
		t.Blame = grade.Candidate
		t.Code = string(o)
	}
	return t
}

func graded(r grade.Result, tests ...grade.Test) grade.Result {
	r.Tests = tests
	r.Tasks, r.Score, r.MaxScore = grade.Score(specs(), tests)
	return r
}

func passed() grade.Result {
	r := graded(base("alice/solution.py"), test("test_one", "basic", grade.Public, grade.Passed), test("test_none", "missing-last", grade.Hidden, grade.Passed),
		test("test_order", "stable", grade.Hidden, grade.Passed))
	r.Status = grade.StatusPassed
	return r
}

func failed() grade.Result {
	public := test("test_two", "basic", grade.Public, grade.Failed)
	public.Message = "assert [{'a': 2}, {'a': 1}] == [{'a': 1}, {'a': 2}]"
	public.Line = "solution.py:4"
	public.Report = "    def test_two():\n>       assert by([{'a': 2}, {'a': 1}]) == [{'a': 1}, {'a': 2}]\nE       AssertionError: assert [{'a': 2}, {'a': 1}] == [{'a': 1}, {'a': 2}]"
	public.Stdout = "sorting 2 records\n"
	slow := test("test_none[SECRET-parameter]", "missing-last", grade.Hidden, grade.Timeout)
	slow.Message = "SECRET: used more than 2 s of processor time"
	slow.Line = "SECRET.py:12"
	slow.Report = "SECRET report"
	slow.Stdout = "SECRET stdout"
	slow.Stderr = "SECRET stderr"
	slow.WallMS, slow.CPUMS, slow.PeakMemoryBytes = 2345, 2002, 77777777
	skipped := test("test_skip", "stable", grade.Hidden, grade.Skipped)
	skipped.Message = "SECRET reason"
	r := graded(base("bob"), test("test_one", "basic", grade.Public, grade.Passed), public, test("test_ok", "missing-last", grade.Hidden, grade.Passed),
		slow, skipped, test("test_untold", "SECRET-task", grade.Hidden, grade.NotRun))
	r.Status, r.Blame, r.Code = grade.StatusFailed, grade.Candidate, "SECRET_code"
	r.Message, r.Detail = "SECRET message", "SECRET detail"
	r.LeftOut = []string{"conftest.py", "notes/"}
	return r
}

func hostileResult() grade.Result {
	t := test("test_one", "basic", grade.Public, grade.Crashed)
	t.Message, t.Line, t.Report, t.Stdout, t.Stderr = hostile, hostile, hostile, hostile, hostile
	r := graded(base("eve\x1b[31m/solution.py"), t)
	r.Status, r.Blame = grade.StatusFailed, grade.Candidate
	r.Detail, r.Message = hostile, hostile
	r.LeftOut = []string{"a\x1b.py"}
	return r
}

func invalidResult() grade.Result {
	r := graded(base("carol/solution.py"))
	r.Status, r.Blame, r.Code = grade.StatusInvalid, grade.Candidate, "nul_byte"
	r.Message = "solution.py, line 4: there is a NUL byte, which Python source cannot hold; remove it."
	return r
}

func importFailed() grade.Result {
	r := graded(base("dave/solution.py"), test("test_one", "basic", grade.Public, grade.Error), test("test_SECRET", "missing-last", grade.Hidden, grade.Error))
	r.Status, r.Blame, r.Code = grade.StatusFailed, grade.Candidate, grade.CodeImportFailed
	r.Message = "Importing solution.py failed in line 1: NameError: name 'x' is not defined."
	r.Detail = "Traceback (most recent call last):\n  File \"solution.py\", line 1, in <module>\nNameError: name 'x' is not defined"
	return r
}

func suiteError() grade.Result {
	r := graded(base("frank.py"))
	r.Status, r.Blame, r.Code, r.Score = grade.StatusSuiteError, grade.Author, "collection_failed", 0
	r.Message, r.Detail = "SECRET: tests/hidden/test_sort.py cannot be collected", "SECRET traceback"
	return r
}

func systemError() grade.Result {
	r := graded(base("grace.py"), test("test_SECRET", "basic", grade.Hidden, grade.NotRun))
	r.Tests[0].Blame = grade.System
	r.Status, r.Blame, r.Code = grade.StatusSystemError, grade.System, "engine_lost"
	r.Message = "SECRET: the engine went away"
	return r
}

func shared() grade.Result {
	r := failed()
	r.Submission, r.Isolation, r.Code = "heidi.py", "shared", grade.CodeImportFailed
	for i := range r.Tests {
		r.Tests[i].Stdout = "SECRET, read in the shared process"
	}
	return r
}

func withObjects(submission string) grade.Result {
	r := passed()
	r.Submission, r.Interface, r.OpenEnded = submission, "objects", true
	return r
}

func openSurface() grade.Result {
	r := withObjects("ivan.py")
	r.Surface = grade.Surface{"SECRET_Account\x1b[2J": {"(==)", "(call)", "(order)", "SECRET_balance"}, "*": {"(in)"}, "function": {"calls"}}
	return r
}

func openButUnused() grade.Result {
	r := withObjects("judy.py")
	r.Surface = grade.Surface{"SECRET_Account": {"(call)", "SECRET_balance"}}
	return r
}

func recordedSurface() grade.Result {
	r := openSurface()
	r.Submission, r.OpenEnded = "mallory.py", false
	return r
}

func recordedEquality() grade.Result {
	r := recordedSurface()
	r.Submission = "niaj.py"
	r.Surface = grade.Surface{"SECRET_Account": {"(==)", "(== data)"}, "SECRET_Money": {"(== data)"}, "*": {"(order)"}}
	return r
}
