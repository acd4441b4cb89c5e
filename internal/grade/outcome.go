// Package grade is the vocabulary of a grading: outcomes, blame, limits, tasks and the versioned result.
//
// It promises plain data and pure functions over it. It does no input or output and imports nothing of pygrader's own.
package grade

// Outcome says how one test ended.
type Outcome string

// The outcomes of a test. Only Passed earns anything.
const (
	Passed      Outcome = "passed"
	Failed      Outcome = "failed"
	Error       Outcome = "error"        // a fixture or the import of the submission failed
	Timeout     Outcome = "timeout"      // over its CPU or wall time
	Memory      Outcome = "memory"       // over its memory
	Crashed     Outcome = "crashed"      // the candidate process ended by itself
	OutputLimit Outcome = "output_limit" // printed more than it may
	Skipped     Outcome = "skipped"
	NotRun      Outcome = "not_run" // expected, but never reported
)

// Status says how a whole submission ended.
type Status string

// The statuses of a submission.
const (
	StatusPassed      Status = "passed"
	StatusFailed      Status = "failed"
	StatusInvalid     Status = "invalid"      // the submission cannot be graded as it is
	StatusSuiteError  Status = "suite_error"  // the author's fault
	StatusSystemError Status = "system_error" // ours
)

// Blame says whose fault a bad outcome is; it is empty for a good one.
type Blame string

// The three who can be at fault.
const (
	Candidate Blame = "candidate"
	Author    Blame = "author"
	System    Blame = "system"
)

// Visibility says whether candidates are shown a test.
type Visibility string

// The two kinds of tests.
const (
	Public Visibility = "public"
	Hidden Visibility = "hidden"
)
