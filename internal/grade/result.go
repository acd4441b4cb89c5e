package grade

// Format names the version of the JSON result; a reader rejects another major number.
const Format = "pygrader.result/1"

// Who may read a result.
const (
	ViewReviewer  = "reviewer"
	ViewCandidate = "candidate"
)

// How far tests and submission are kept apart: in containers of their own, or not at all.
const (
	IsolationSplit  = "split"
	IsolationShared = "shared"
)

// CodeImportFailed is the code of a submission that raised an exception when it was imported for the first time,
// before any test ran: its message holds the candidate's own text and nothing of a hidden test, so that the
// candidate's view may show it. What a later import raises must not carry this code on a submission.
const CodeImportFailed = "import_failed"

// Result is everything that is known of one graded submission. Every report is a pure function of it.
// Its JSON form is described by result.schema.json beside this file.
type Result struct {
	Format     string   `json:"format"`
	View       string   `json:"view"`               // ViewReviewer or ViewCandidate
	Feedback   Feedback `json:"feedback,omitempty"` // in the candidate's view: what it lets through of hidden tests
	Exercise   string   `json:"exercise"`           // slug, or the name of the suite
	Submission string   `json:"submission"`         // the path as the user gave it
	Status     Status   `json:"status"`
	Score      float64  `json:"score"`
	MaxScore   float64  `json:"max_score"`
	Blame      Blame    `json:"blame,omitempty"`
	Code       string   `json:"code,omitempty"`         // stable, for machines
	Message    string   `json:"message,omitempty"`      // a sentence a person can act on
	Detail     string   `json:"detail,omitempty"`       // a traceback or a listing; reviewers only
	Isolation  string   `json:"isolation"`              // IsolationSplit or IsolationShared
	Interface  string   `json:"interface"`              // "plain" or "objects"
	Surface    Surface  `json:"surface,omitempty"`      // of the interface "objects": what the tests used; reviewers only
	OpenEnded  bool     `json:"surface_open,omitempty"` // nothing limited that
	LeftOut    []string `json:"left_out,omitempty"`
	Unrecorded []string `json:"unrecorded,omitempty"` // tests and files of tests that tests.toml does not name; reviewers only
	Tasks      []Task   `json:"tasks"`
	Tests      []Test   `json:"tests"`
	WallMS     int64    `json:"wall_ms,omitempty"` // of the whole grading; reviewers only
}

// Task is a part of an exercise that is earned when all its tests pass.
type Task struct {
	ID     string          `json:"id"`
	Title  string          `json:"title,omitempty"`
	Weight float64         `json:"weight"`
	Earned float64         `json:"earned"`
	Passed int             `json:"passed"`
	Total  int             `json:"total"`
	Counts map[Outcome]int `json:"counts"`
	Hint   string          `json:"hint,omitempty"`
}

// Test is the account of one test.
type Test struct {
	ID              string     `json:"id"` // the pytest node id
	Task            string     `json:"task,omitempty"`
	Visibility      Visibility `json:"visibility"`
	Outcome         Outcome    `json:"outcome"`
	Blame           Blame      `json:"blame,omitempty"`
	Code            string     `json:"code,omitempty"`
	Message         string     `json:"message,omitempty"` // one sentence
	Line            string     `json:"line,omitempty"`    // "solution.py:12" of the candidate's code
	Report          string     `json:"report,omitempty"`  // what plain pytest would show
	Stdout          string     `json:"stdout,omitempty"`
	Stderr          string     `json:"stderr,omitempty"`
	WallMS          int64      `json:"wall_ms"`
	CPUMS           int64      `json:"cpu_ms"`
	PeakMemoryBytes int64      `json:"peak_memory_bytes"`
	Probed          bool       `json:"probed,omitempty"` // a probe answered for the solution: a claim that it could forge
}
