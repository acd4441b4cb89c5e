package grader

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/report"
)

const sharedFolder = "../../testdata/shared"

// TestSharedSuite grades the samples of testdata/shared, in whose suite tests and solution share a process, and holds
// what still holds there: a test passes, or ends as the head of the sample says ("# expect: TEST = OUTCOME CODE BLAME"),
// and costs no other one. Those that forge reports run in Docker alone.
func TestSharedSuite(t *testing.T) {
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			samples, err := filepath.Glob(filepath.Join(sharedFolder, "*.py"))
			require.NoError(t, err)
			if name != "local" {
				forged, err := filepath.Glob(filepath.Join(sharedFolder, "forged", "*.py"))
				require.NoError(t, err)
				require.NotEmpty(t, forged)
				samples = append(samples, forged...)
			}
			for _, sample := range samples {
				t.Run(strings.TrimSuffix(filepath.Base(sample), ".py"), func(t *testing.T) { checkShared(t, g, sample) })
			}
		})
	}
}

func sharedExercise(t *testing.T) *exercise.Exercise {
	t.Helper()
	ex, err := exercise.NewCatalogue(os.DirFS(sharedFolder), sharedFolder).Open("suite")
	require.NoError(t, err)
	return ex
}

func gradeShared(t *testing.T, g *Grader, ex *exercise.Exercise, at string) grade.Result {
	t.Helper()
	ctx, cancel := context.WithTimeoutCause(t.Context(), patience, errHangs)
	defer cancel()
	result, err := g.Grade(ctx, ex, at)
	require.NoError(t, err)
	assert.Equal(t, "shared", result.Isolation)
	return result
}

func checkShared(t *testing.T, g *Grader, sample string) {
	t.Helper()
	ex := sharedExercise(t)
	result := gradeShared(t, g, ex, sample)
	require.Len(t, result.Tests, len(ex.Expected))
	want := expectations(t, sample)
	if status := heads(t, sample, "status"); len(status) > 0 {
		assert.Equal(t, []string{status[""]}, []string{string(result.Status) + " " + result.Code}, result.Message)
		if want["*"] == nil {
			want["*"] = []string{"error", "import_failed", "candidate"}
		}
	}
	lines := heads(t, sample, "line")
	for _, test := range result.Tests {
		_, name, _ := strings.Cut(test.ID, "::")
		got := []string{string(test.Outcome), test.Code, string(test.Blame)}
		expected := want[name]
		if expected == nil {
			expected = want["*"]
		}
		if expected == nil {
			expected = []string{"passed", "", ""}
			assert.Positive(t, test.PeakMemoryBytes, name)
		}
		assert.Equal(t, expected, got[:min(len(expected), len(got))], "%s: %s\n%s", name, test.Message, test.Report)
		if line := lines[name] + lines["*"]; line != "" {
			assert.Equal(t, line, test.Line, name)
		}
	}
	if t.Failed() {
		t.Log(brief(result))
	}
}

// heads are the lines "# WORD: TEST = TEXT" of a sample, or "# WORD: TEXT".
func heads(t *testing.T, sample, word string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	found := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^# `+word+`: (?:(\S+) = )?(.+)$`).FindAllStringSubmatch(string(data), -1) {
		found[m[1]] = m[2]
	}
	return found
}

// TestSharedSuiteWithoutAList: with no tests.toml the list is what is collected before the first test runs.
func TestSharedSuiteWithoutAList(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	ex := sharedExercise(t)
	listed := ex.Expected
	ex.Expected = nil
	for sample, outcomes := range map[string]map[grade.Outcome]int{
		"right": {grade.Passed: 9}, "dies": {grade.Passed: 7, grade.Crashed: 2},
	} {
		result := gradeShared(t, g, ex, filepath.Join(sharedFolder, sample+".py"))
		require.Len(t, result.Tests, len(listed), result.Message)
		got := map[grade.Outcome]int{}
		for i, test := range result.Tests {
			assert.Equal(t, listed[i].ID, test.ID)
			got[test.Outcome]++
		}
		assert.True(t, maps.Equal(outcomes, got), brief(result))
	}
	result := gradeShared(t, g, ex, filepath.Join(sharedFolder, "exits_at_import.py"))
	assert.Equal(t, grade.StatusFailed, result.Status)
	assert.Zero(t, result.Score)
}

// TestSharedSuiteIsConfiguredByItsAuthor: what a submission brings along for pytest is left out, and its own tests are not counted.
func TestSharedSuiteIsConfiguredByItsAuthor(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	dir := t.TempDir()
	right, err := os.ReadFile(filepath.Join(sharedFolder, "right.py"))
	require.NoError(t, err)
	ruin := []byte("import pytest\n@pytest.fixture(autouse=True)\ndef ruin():\n    raise ValueError\n")
	for name, data := range map[string][]byte{
		"solution.py": right, "conftest.py": ruin, "test_own.py": []byte("def test_own():\n    assert False\n"),
		"__init__.py": nil,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	ex := sharedExercise(t)
	ex.Expected = nil
	result := gradeShared(t, g, ex, dir)
	assert.Equal(t, grade.StatusPassed, result.Status, brief(result))
	assert.Len(t, result.Tests, 9)
	assert.Subset(t, result.LeftOut, []string{"__init__.py", "conftest.py"})
}

// TestSharedSuiteThatCannotBeCollected: the author's own mistakes are the author's where nobody else can be the cause.
func TestSharedSuiteThatCannotBeCollected(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	for name, file := range map[string]grade.File{
		"a test file":         {Path: "tests/hidden/test_more.py", Data: []byte("import solution\n1 / 0\n")},
		"a conftest":          {Path: "tests/hidden/conftest.py", Data: []byte("1 / 0\n")},
		"pytest's own option": {Path: "pytest.ini", Data: []byte("[pytest]\naddopts = --no-such-option\n")},
	} {
		t.Run(name, func(t *testing.T) {
			ex := sharedExercise(t)
			ex.Expected = nil
			ex.Suite.Hidden = append(ex.Suite.Hidden, file)
			result := gradeShared(t, g, ex, filepath.Join(sharedFolder, "right.py"))
			assert.Equal(t, grade.StatusSuiteError, result.Status, brief(result))
			assert.Equal(t, "collection_failed", result.Code, result.Message)
		})
	}
}

// TestSharedSuiteKnowsWhatASplitOneOffers: probes, and limits of a single test.
func TestSharedSuiteKnowsWhatASplitOneOffers(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	ex := sharedExercise(t)
	ex.Expected, ex.Tasks, ex.Suite.Public = nil, nil, nil
	ex.Suite.Hidden = []grade.File{{Path: "test_more.py", Data: []byte(`
import time, pygrader, pytest, solution

@pygrader.probe
def doubled():
    return solution.double(2)

def test_probe():
    assert doubled() == 4

@pytest.mark.sandbox_limits(memory=10 << 20)
def test_memory():
    with pytest.raises(MemoryError):
        bytearray(20 << 20)

def test_memory_again():
    assert len(bytearray(20 << 20)) > 0

@pytest.mark.sandbox_limits(cpu=0.1)
def test_cpu():
    end = time.process_time() + 0.3
    while time.process_time() < end:
        pass
`)}}
	result := gradeShared(t, g, ex, filepath.Join(sharedFolder, "right.py"))
	require.Len(t, result.Tests, 4, result.Message)
	for i, want := range []grade.Outcome{grade.Passed, grade.Passed, grade.Passed, grade.Timeout} {
		assert.Equal(t, want, result.Tests[i].Outcome, brief(result))
	}
}

// TestSharedSuiteIsTold: both views of a result say that one process held all, and the candidate's holds no word that
// the submission could have put there.
func TestSharedSuiteIsTold(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	result := gradeShared(t, g, sharedExercise(t), filepath.Join(sharedFolder, "wrong.py"))
	for _, view := range []grade.Result{report.ReviewerView(result), report.CandidateView(result, grade.FeedbackHints)} {
		var text, xml strings.Builder
		require.NoError(t, report.NewText(&text, report.TextOptions{}).Result(view))
		junit := report.NewJUnit(&xml)
		require.NoError(t, junit.Result(view))
		require.NoError(t, junit.Close())
		assert.Contains(t, text.String(), "Isolation: shared. Tests and submission ran in one process")
		assert.Contains(t, xml.String(), `name="pygrader.isolation" value="shared"`)
	}
}

// TestFaithfulSuitesPassShared: what passes in plain pytest does so in a guest's one process, behind its walls.
func TestFaithfulSuitesPassShared(t *testing.T) {
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	for _, dir := range suitesBelow(t, "faithful") {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			ex := bareSuite(t, filepath.Join(dir, "test_"+filepath.Base(dir)+".py"), "")
			ex.Isolation = grade.IsolationShared
			result := gradeShared(t, g, ex, filepath.Join(dir, "solution.py"))
			assert.Equal(t, grade.StatusPassed, result.Status, brief(result))
		})
	}
}
