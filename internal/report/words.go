package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/docker/go-units"

	"github.com/pygrader/pygrader/internal/grade"
)

// outcomes is the order in which they are counted up.
func outcomes() []grade.Outcome {
	return []grade.Outcome{grade.Failed, grade.Error, grade.Timeout, grade.Memory, grade.Crashed, grade.OutputLimit, grade.Skipped, grade.NotRun}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func points(earned, weight float64) string {
	if weight == 1 {
		return number(earned) + " of 1 point"
	}
	return fmt.Sprintf("%s of %s points", number(earned), number(weight))
}

// tally counts a task's tests, after a separator. It is empty where the view holds no count.
func tally(r grade.Result, t grade.Task) string {
	if t.Total == 0 {
		if r.Feedback == grade.FeedbackTasks {
			return ""
		}
		return "; no tests"
	}
	kind := "tests"
	if r.Feedback == grade.FeedbackTasks {
		kind = "public tests"
	}
	text := fmt.Sprintf("; %d of %d %s passed", t.Passed, t.Total, kind)
	var bad []string
	for _, o := range outcomes() {
		if n := t.Counts[o]; n > 0 {
			bad = append(bad, fmt.Sprintf("%d %s", n, words(o)))
		}
	}
	if len(bad) > 0 {
		text += " (" + strings.Join(bad, ", ") + ")"
	}
	return text
}

func words(o grade.Outcome) string { return strings.ReplaceAll(string(o), "_", " ") }

// sentence is a result's message, or where the view keeps that back, what can be said to anyone.
func sentence(r grade.Result) string {
	switch {
	case r.Message != "":
		return r.Message
	case r.Status == grade.StatusSuiteError:
		return "The tests of this exercise could not be run. That is for its author to repair; the submission lost nothing."
	case r.Status == grade.StatusSystemError:
		return "The submission could not be graded, through no fault of its own. Try again."
	}
	return ""
}

func figures(t grade.Test) string {
	memory := units.CustomSize("%.4g %s", float64(t.PeakMemoryBytes), 1024, []string{"B", "KiB", "MiB", "GiB"})
	return fmt.Sprintf("%s, CPU %s, %s", millis(t.WallMS), millis(t.CPUMS), memory)
}

func millis(ms int64) string {
	if ms < 1000 {
		return fmt.Sprintf("%d ms", ms)
	}
	return fmt.Sprintf("%.2f s", float64(ms)/1000)
}
