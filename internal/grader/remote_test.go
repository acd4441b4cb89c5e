package grader

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

const remoteSuites = "../../testdata/remote"

// TestRemoteSuites runs on every backend the suites that hold REMOTE.md's promises. A test passes unless the head of
// its file says "# expect: TEST = OUTCOME [CODE [BLAME]]".
func TestRemoteSuites(t *testing.T) {
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			for _, dir := range suitesBelow(t, "faithful", "own") {
				t.Run(filepath.Base(dir), func(t *testing.T) { checkSuite(t, g, dir, exercise.Alone) })
			}
			for _, dir := range suitesBelow(t, "faithful") {
				t.Run(filepath.Base(dir)+"/as one", func(t *testing.T) { checkSuite(t, g, dir, exercise.AsOne) })
			}
		})
	}
}

func suitesBelow(t *testing.T, kinds ...string) []string {
	t.Helper()
	var all []string
	for _, kind := range kinds {
		found, err := filepath.Glob(filepath.Join(remoteSuites, kind, "*"))
		require.NoError(t, err)
		all = append(all, found...)
	}
	require.NotEmpty(t, all)
	return all
}

func checkSuite(t *testing.T, g *Grader, dir, share string) {
	t.Helper()
	tests, err := filepath.Glob(filepath.Join(dir, "test_*.py"))
	require.NoError(t, err)
	require.Len(t, tests, 1)
	ex := bareSuite(t, tests[0], "solution.py")
	setInterface(t, ex, tests[0])
	ex.Tests = share
	result, err := g.Grade(context.Background(), ex, filepath.Join(dir, "solution.py"))
	require.NoError(t, err)
	require.NotEmpty(t, result.Tests, "%s: %s", result.Message, result.Detail)
	want := expectations(t, tests[0])
	seen := map[string]bool{}
	for _, test := range result.Tests {
		_, name, _ := strings.Cut(test.ID, "::")
		seen[name] = true
		got := []string{string(test.Outcome), test.Code, string(test.Blame)}
		expected, ok := want[name]
		if !ok {
			expected = []string{"passed"}
		}
		assert.Equal(t, expected, got[:len(expected)], "%s: %s\n%s", name, test.Message, test.Report)
	}
	for name := range want {
		assert.True(t, seen[name], "%s was expected and is not there", name)
	}
}

// setInterface goes by lines of the test file: "# interface: objects", and "# surface: JSON" for one that is enforced.
func setInterface(t *testing.T, ex *exercise.Exercise, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	ex.Interface = "plain"
	if strings.Contains(string(data), "\n# interface: objects\n") {
		ex.Interface = "objects"
	}
	if m := regexp.MustCompile(`(?m)^# surface: (.+)$`).FindSubmatch(data); m != nil {
		require.NoError(t, json.Unmarshal(m[1], &ex.Surface))
	}
}

var expectation = regexp.MustCompile(`(?m)^# expect: (\S+) = (.+)$`)

func expectations(t *testing.T, file string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	want := map[string][]string{}
	for _, m := range expectation.FindAllStringSubmatch(string(data), -1) {
		want[m[1]] = strings.Fields(m[2])
	}
	return want
}

// TestFaithfulSuitesPassInOneProcess holds the other half of "the same verdict as plain pytest".
func TestFaithfulSuitesPassInOneProcess(t *testing.T) {
	for _, dir := range suitesBelow(t, "faithful") {
		cmd := exec.Command("/usr/bin/python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider")
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		assert.NoError(t, err, "%s: %s", dir, out)
	}
}

// TestEveryRowHasATest holds that each row and each named type of the remote import is named by a test.
func TestEveryRowHasATest(t *testing.T) {
	spec, err := os.ReadFile("../../sandbox/PROTOCOL.md")
	require.NoError(t, err)
	_, table, ok := strings.Cut(string(spec), "## What is tested where")
	require.True(t, ok)
	rows := regexp.MustCompile("(?m)^\\| ([^|]+) \\| `([^`]+)` \\|").FindAllStringSubmatch(table, -1)
	require.Len(t, rows, strings.Count(table, "\n| ")-1, "every row but the heading names a test")
	require.Greater(t, len(rows), 130)
	ids := collectedIDs(t)
	for _, row := range rows {
		assert.Contains(t, ids, row[2], "the row %q names a test that is not there", row[1])
	}
}

// sandboxFolder is where tests that use a probe import pygrader from.
func sandboxFolder(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("../../sandbox")
	require.NoError(t, err)
	return folder
}

func collectedIDs(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, dir := range suitesBelow(t, "faithful", "own") {
		cmd := exec.Command("/usr/bin/python3", "-B", "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "PYTHONPATH="+sandboxFolder(t))
		out, err := cmd.Output()
		require.NoError(t, err, "%s: %s", dir, out)
		for line := range strings.Lines(string(out)) {
			if _, name, ok := strings.Cut(strings.TrimSpace(line), "::"); ok {
				ids = append(ids, filepath.Base(dir)+"::"+name)
			}
		}
	}
	return ids
}

// dump shows a result when a test needs a look at all of it.
func dump(r grade.Result) string {
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(data)
}
