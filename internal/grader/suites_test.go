package grader

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

const corpus = "../../testdata/suites"

// mostSuites is how many are graded at a time: each keeps a judge and a guest busy.
const mostSuites = 2

// TestSuitesOfTheCorpus grades suites as authors write them, with objects and an open surface: right solutions pass every
// test and wrong ones do not, save for what differences.txt gives a reason for.
func TestSuitesOfTheCorpus(t *testing.T) {
	tests, err := filepath.Glob(filepath.Join(corpus, "*", "tests"))
	require.NoError(t, err)
	require.NotEmpty(t, tests)
	c := &corpusRun{known: knownDifferences(t), counts: map[string]int{}}
	t.Cleanup(func() { t.Logf("%d suites: %s", len(tests), c) })
	free := make(chan struct{}, mostSuites)
	for _, dir := range tests {
		suite := filepath.Dir(dir)
		t.Run(filepath.Base(suite), func(t *testing.T) {
			t.Parallel()
			free <- struct{}{}
			defer func() { <-free }()
			c.check(t, suite)
		})
	}
}

// knownDifferences are patterns for "suite solution Holder::test", written so that Python's re.match, which compare.py
// uses, and Go understand them alike.
func knownDifferences(t *testing.T) *regexp.Regexp {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus, "differences.txt"))
	require.NoError(t, err)
	var all []string
	for line := range strings.Lines(string(data)) {
		pattern, reason, _ := strings.Cut(line, " # ")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		require.True(t, strings.HasPrefix(pattern, "^"), "%q: Python matches at the start, Go anywhere", pattern)
		require.NotEmpty(t, strings.TrimSpace(reason), "%q has no reason", pattern)
		all = append(all, "(?:"+strings.TrimSpace(pattern)+")")
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}

// corpusRun counts what all suites say.
type corpusRun struct {
	known  *regexp.Regexp
	mu     sync.Mutex
	counts map[string]int
}

func (c *corpusRun) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[what]++
}

func (c *corpusRun) String() string {
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(c.counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", c.counts[what], what))
	}
	return strings.Join(parts, ", ")
}

// check grades all solutions of one suite, one after the other.
func (c *corpusRun) check(t *testing.T, suite string) {
	t.Helper()
	entry, err := os.ReadFile(filepath.Join(suite, "entry"))
	if !os.IsNotExist(err) {
		require.NoError(t, err)
	}
	ex := bareSuite(t, filepath.Join(suite, "tests"), strings.TrimSpace(string(entry)))
	if strings.HasPrefix(filepath.Base(suite), "together_") {
		ex.Tests = exercise.Together
	}
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	for _, kind := range []string{"right", "wrong"} {
		solutions, err := filepath.Glob(filepath.Join(suite, kind, "*"))
		require.NoError(t, err)
		require.NotEmpty(t, solutions)
		for _, at := range solutions {
			result, err := g.Grade(t.Context(), ex, at)
			require.NoError(t, err)
			require.NotEqual(t, grade.StatusSystemError, result.Status, result.Message)
			name := filepath.Base(suite) + " " + kind + "/" + filepath.Base(at)
			if kind == "right" {
				c.right(t, name, result)
			} else {
				c.wrong(t, name, result)
			}
		}
	}
}

// right holds a right solution to every test; those that are skipped or expected to fail are the suite's own.
func (c *corpusRun) right(t *testing.T, name string, result grade.Result) {
	t.Helper()
	passed := 0
	for _, test := range result.Tests {
		switch at := name + " " + shortName(test.ID); {
		case test.Outcome == grade.Passed:
			passed++
			c.count("right: tests passed")
		case test.Outcome == grade.Skipped:
			c.count("right: tests skipped")
		case c.known.MatchString(at):
			c.count("right: tests lost for a known reason")
		default:
			c.count("right: tests lost")
			t.Errorf("%s: %s: %s\n%s", at, test.Outcome, test.Message, test.Report)
		}
	}
	if !c.known.MatchString(name + " ") {
		assert.Positive(t, passed, "%s: %s: %s\n%s", name, result.Status, result.Message, result.Detail)
	}
}

// wrong holds that a wrong solution loses a test, or has one that a known reason lets it keep.
func (c *corpusRun) wrong(t *testing.T, name string, result grade.Result) {
	t.Helper()
	lost, known := len(result.Tests) == 0 && result.Status != grade.StatusPassed, false
	for _, test := range result.Tests {
		c.count("wrong: tests")
		if c.known.MatchString(name + " " + shortName(test.ID)) {
			known = true
		} else if test.Outcome != grade.Passed && test.Outcome != grade.Skipped {
			lost = true
			c.count("wrong: tests lost")
		}
	}
	switch {
	case lost:
		c.count("wrong: found")
	case known:
		c.count("wrong: not found for a known reason")
	default:
		c.count("wrong: not found")
		t.Errorf("%s: %s, as if it were right", name, result.Status)
	}
}

// shortName is the class or file of a test and its name, as in differences.txt.
func shortName(id string) string {
	file, rest, _ := strings.Cut(id, "::")
	names := strings.Split(rest, "::")
	switch {
	case rest == "":
		return file
	case len(names) > 1:
		return names[len(names)-2] + "::" + names[len(names)-1]
	}
	return strings.TrimSuffix(filepath.Base(file), ".py") + "::" + rest
}
