package protocol

import (
	"time"

	"github.com/pygrader/pygrader/internal/grade"
)

// FileData is a file on the wire; its data travels in base64.
type FileData struct {
	Path string `json:"path"`
	Data []byte `json:"data"`
}

// GuestLimits is what the supervisor holds a submission to; times in seconds, sizes in bytes.
type GuestLimits struct {
	CPU              float64 `json:"cpu_seconds"`
	Wall             float64 `json:"wall_seconds"`
	Memory           int64   `json:"memory"`
	Output           int64   `json:"output"`
	ImportCPU        float64 `json:"import_cpu_seconds"`
	ImportWall       float64 `json:"import_wall_seconds"`
	ImportMemory     int64   `json:"import_memory"`
	CPUSecondsPerMiB float64 `json:"cpu_seconds_per_mib"`
}

// JudgeLimits bound the judge's fork of one test.
type JudgeLimits struct {
	CPU     float64 `json:"judge_cpu_seconds"`
	Wall    float64 `json:"judge_wall_seconds"`
	Memory  int64   `json:"judge_memory"`
	Collect float64 `json:"collect_wall_seconds"` // of a session until its tests are collected, the import included
}

// MaxDeadline bounds a grading, whatever is in it.
const MaxDeadline = time.Hour

// The numbers that no exercise sets; PROTOCOL.md, "Numbers", says why each.
const (
	importCPU        = 10 * time.Second
	importWall       = 20 * time.Second
	importMemory     = 64 << 20 // above the memory of a test
	cpuSecondsPerMiB = 0.05
	judgeCPU         = 20 * time.Second
	judgeWall        = 30 * time.Second // and three times the test's own
	judgeMemory      = 640 << 20
	collecting       = 60 * time.Second
)

// LimitsOfGuest derives what the supervisor enforces.
func LimitsOfGuest(l grade.Limits) GuestLimits {
	return GuestLimits{
		CPU: l.CPU.Seconds(), Wall: l.Wall.Seconds(), Memory: l.Memory, Output: l.Output,
		ImportCPU: importCPU.Seconds(), ImportWall: importWall.Seconds(), ImportMemory: l.Memory + importMemory,
		CPUSecondsPerMiB: cpuSecondsPerMiB,
	}
}

// LimitsOfJudge derives what the judge's fork of a test may use.
func LimitsOfJudge(l grade.Limits) JudgeLimits {
	wall := judgeWall + 3*l.Wall
	return JudgeLimits{
		CPU: (judgeCPU + l.CPU).Seconds(), Wall: wall.Seconds(), Memory: judgeMemory, Collect: (importWall + wall).Seconds(),
	}
}

// Deadline bounds a grading of so many tests, whatever happens in it.
func Deadline(l grade.Limits, tests int) time.Duration {
	return min(importWall+collecting+time.Duration(tests)*(judgeWall+3*l.Wall), MaxDeadline)
}

// ReadyMessage says that a process can take work, and which protocol it speaks.
type ReadyMessage struct {
	Version int    `json:"version"`
	Role    string `json:"role"`
}

// LoadMessage gives a guest its submission.
type LoadMessage struct {
	Files  []FileData  `json:"files"`
	Entry  string      `json:"entry"` // the module to import
	Limits GuestLimits `json:"limits"`

	Interface string `json:"interface"` // "plain" or "objects"
}

// CompileError is what Python said of a file.
type CompileError struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

// LoadedMessage tells of every file that does not compile.
type LoadedMessage struct {
	Errors []CompileError `json:"errors"`
}

// ImportMessage asks for a new template. Direct: the template itself serves the one test that follows.
type ImportMessage struct {
	Direct bool `json:"direct"`
}

// ImportClaim is what the template says of its import; it has run the submission's code.
type ImportClaim struct {
	OK      bool   `json:"ok"`
	Type    string `json:"type"`
	Message string `json:"message"`
	Trace   string `json:"trace"`
}

// ImportedMessage tells how an import ended.
type ImportedMessage struct {
	FactsMessage
	Claim    string `json:"claim"` // JSON of an ImportClaim
	Ended    bool   `json:"ended"` // the process ended instead
	Forkable bool   `json:"forkable"`
}

// JobMessage is one session of tests. Only: the node ids to run, all for nil.
type JobMessage struct {
	Channel uint32      `json:"channel"`
	Files   []FileData  `json:"files"`
	Modules []string    `json:"modules"`
	Only    []string    `json:"only"`
	Limits  JudgeLimits `json:"limits"`

	Submission []FileData `json:"submission"` // for tests that read its source; nothing of it runs in the judge

	Share     Share         `json:"share"`     // which tests have a fork and a candidate in common
	Rest      Rest          `json:"rest"`      // what becomes of them where that candidate dies
	Recording bool          `json:"recording"` // of a reference, whose surface a person will read
	Interface string        `json:"interface"`
	Surface   grade.Surface `json:"surface"` // of the interface "objects": what tests may use; null for everything
}

// Share says which tests have one candidate in common.
type Share string

// Each test by itself, those of a file, or all of a session.
const (
	ShareNothing Share = "test"
	ShareFile    Share = "file"
	ShareSession Share = "session"
)

// Rest says what becomes of the tests that share a candidate with one in which it died.
type Rest string

// They fail, they run with a candidate each, or they wait for another session.
const (
	RestFails Rest = "fails"
	RestAlone Rest = "alone"
	RestWaits Rest = "waits"
)

// NextMessage says which test is over, of some that share a candidate, and which it goes on with.
type NextMessage struct {
	Over uint32 `json:"over"`
	Test uint32 `json:"test"`
}

// GoMessage lets a session go on that has collected its tests: to run them, or where they can't be run together, or the
// submission can't be imported, to its end.
type GoMessage struct {
	CollectOnly bool `json:"collect_only"`
}

// RunMessage has a guest run tests beside its submission: all that answers it is a claim. Only: the node ids to run, in
// that order, all for nil.
type RunMessage struct {
	Files   []FileData `json:"files"`
	Modules []string   `json:"modules"`
	Only    []string   `json:"only"`
}

// CollectedTest is one test that was found.
type CollectedTest struct {
	ID   string `json:"id"`
	Task string `json:"task"`
}

// CollectError is a file or class that could not be collected. Blame: "candidate" where what the submission said or
// lacks was the cause.
type CollectError struct {
	ID      string      `json:"id"`
	Text    string      `json:"text"`
	Message string      `json:"message"`
	Blame   grade.Blame `json:"blame"`
	Certain bool        `json:"certain"` // the author's, whatever the submission
	Line    string      `json:"line"`
}

// CollectedMessage is the outcome of collection.
type CollectedMessage struct {
	Tests  []CollectedTest `json:"tests"`
	Errors []CollectError  `json:"errors"`
	Others []string        `json:"others"` // ids of tests in the same files that were not asked for, some of them
}

// FactsMessage is what the kernel says of a candidate that has ended. Reason: cpu, wall, memory, output, protocol,
// lost (the template was ended), or empty. Died: before the test was over.
type FactsMessage struct {
	Reason     string `json:"reason"`
	Exit       *int   `json:"exit"`
	Signal     *int   `json:"signal"`
	CPUMS      int64  `json:"cpu_ms"`
	WallMS     int64  `json:"wall_ms"`
	PeakMemory int64  `json:"peak_memory_bytes"`
	Died       bool   `json:"died"`
}

// ReportMessage is the judge's verdict of one test. Lost: it could not be run and may be run again.
type ReportMessage struct {
	ID      string        `json:"id"`
	Outcome grade.Outcome `json:"outcome"`
	Code    string        `json:"code"`
	Message string        `json:"message"`
	Blame   grade.Blame   `json:"blame"`
	Line    string        `json:"line"`
	Report  string        `json:"report"`
	Stdout  string        `json:"stdout"`
	Stderr  string        `json:"stderr"`
	WallMS  int64         `json:"wall_ms"`
	Lost    bool          `json:"lost"`
	Surface grade.Surface `json:"surface"` // what the test used of the solution's objects
	Probed  bool          `json:"probed"`  // the test ran code of its own beside the solution
}
