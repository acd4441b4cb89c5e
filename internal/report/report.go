// Package report turns results into views and views into reports.
//
// It promises that the candidate's view holds nothing of hidden tests but what its policy lets through, whatever the
// result says; that every report is a pure function of the view it is given, so that none can leak more; and that text
// which a submission controls appears as data: no control character, terminal escape, bidirectional mark or invisible
// character reaches a reader unescaped. It decides nothing about the environment: whether there is a terminal, and
// whether colour is wanted, comes in as options.
package report

import "github.com/pygrader/pygrader/internal/grade"

// Renderer writes results as they come. Text, JSON and JUnit are the ones there are.
type Renderer interface {
	// Result adds one.
	Result(r grade.Result) error
	// Close ends the report; some formats write nothing before.
	Close() error
}
