package grader

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// sharingSuite has a test that leaves something behind, one that the solution may not survive, one with limits of its
// own, and two in a second file.
var sharingSuite = map[string]string{
	"test_a.py": `
import pytest
import solution


def test_first():
    assert solution.keep(1) == [1]


def test_second():
    assert solution.work() == "done"


@pytest.mark.sandbox_limits(memory=1 << 26)
def test_limited():
    assert solution.keep(2) == [2]


def test_after():
    assert solution.keep(3) == [3]
`,
	"test_b.py": `
import solution


def test_other_file():
    assert solution.keep(4) == [4]


def test_without_the_solution():
    assert True
`,
}

const (
	forgets = "def keep(x):\n    return [x]\n\n\ndef work():\n    return 'done'\n"
	keeps   = "def keep(x, all=[]):\n    all.append(x)\n    return all\n\n\ndef work():\n    return 'done'\n"
	ends    = "import os\n\n\ndef keep(x):\n    return [x]\n\n\ndef work():\n    os._exit(0)\n"
	hangs   = "def keep(x):\n    return [x]\n\n\ndef work():\n    while True:\n        pass\n"
	breaks  = "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n\n\n" // cannot be forked
)

// TestTestsThatShareACandidate: what one test leaves is there for the next only where they share a candidate; a death
// costs the rest of a file where the tests go together, and the one test where they run as one or alone.
func TestTestsThatShareACandidate(t *testing.T) {
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			for _, c := range []struct{ tests, solution, lost string }{
				{exercise.Alone, forgets, ""},
				{exercise.AsOne, forgets, ""},
				{exercise.Together, forgets, ""},
				{exercise.Alone, keeps, ""},
				{exercise.AsOne, keeps, "test_after test_other_file"},
				{exercise.Together, keeps, "test_limited test_after"},
				{exercise.Alone, ends, "test_second"},
				{exercise.AsOne, ends, "test_second"},
				{exercise.Together, ends, "test_second test_limited test_after"},
				{exercise.Alone, hangs, "test_second"},
				{exercise.AsOne, hangs, "test_second"},
				{exercise.AsOne, breaks + forgets, ""},
				{exercise.AsOne, breaks + keeps, "test_limited test_after test_other_file"},
				{exercise.AsOne, breaks + ends, "test_second"},
			} {
				assert.Equal(t, c.lost, lost(t, g, c.tests, c.solution), "%s:\n%s", c.tests, c.solution)
			}
		})
	}
}

// lost grades with half a second of CPU time for each test, and gives the names of the tests that did not pass.
func lost(t *testing.T, g *Grader, tests, solution string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "tests"), 0o700))
	for name, text := range sharingSuite {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "tests", name), []byte(text), 0o600))
	}
	file := filepath.Join(dir, "solution.py")
	require.NoError(t, os.WriteFile(file, []byte(solution), 0o600))
	ex := bareSuite(t, filepath.Join(dir, "tests"), "solution.py")
	ex.Tests, ex.Limits.CPU = tests, 500*time.Millisecond
	result, err := g.Grade(context.Background(), ex, file)
	require.NoError(t, err)
	require.Len(t, result.Tests, 6, "%s", dump(result))
	var names []string
	for _, test := range result.Tests {
		if test.Outcome != "passed" {
			_, name, _ := strings.Cut(test.ID, "::")
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// TestASubmissionThatCannotBeForked: tests with threads, and more CPU time than an import may use, in one process.
func TestASubmissionThatCannotBeForked(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const threads = "import threading\nimport time\n\nimport pytest\nfrom solution import burn\n\n\ndef test_thread():\n" +
		"    thread = threading.Thread(target=burn, args=(0,))\n    thread.start()\n    thread.join()\n    assert burn(0)\n\n\n" +
		"@pytest.mark.parametrize('n', range(8))\ndef test_burn(n):\n    assert burn(1.7)\n"
	const solution = breaks + "import time\n\n\ndef burn(seconds):\n    end = time.process_time() + seconds\n" +
		"    while time.process_time() < end:\n        pass\n    return True\n"
	assert.Equal(t, grade.StatusPassed, graded(t, g, threads, solution).Status)
}

// TestMemoryIsOfATest: one that runs out of it since tests before it filled it runs again by itself.
func TestMemoryIsOfATest(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const suite = "import pytest\nfrom solution import keep\n\n\n@pytest.mark.parametrize('n', range(30))\ndef test_keep(n):\n" +
		"    assert keep(n) == 8 << 20\n"
	const solution = "kept = []\n\n\ndef keep(n):\n    kept.append(bytes([n]) * (8 << 20))\n    return len(kept[-1])\n"
	assert.Equal(t, grade.StatusPassed, graded(t, g, suite, solution).Status)
}

// TestAnAnswerThatIsStillOwed: what a thread of an earlier test still waits for leaves the next test its time limit.
func TestAnAnswerThatIsStillOwed(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const suite = "import threading\nfrom solution import begun, block\n\n\ndef test_blocks():\n" +
		"    threading.Thread(target=block, daemon=True).start()\n    assert begun()\n\n\ndef test_hangs():\n    block()\n"
	const solution = "import threading\n\nwaits = threading.Event()\n\n\ndef block():\n    waits.set()\n    threading.Event().wait()\n\n\n" +
		"def begun():\n    return waits.wait(10)\n"
	result := graded(t, g, suite, solution)
	require.Len(t, result.Tests, 2)
	assert.Equal(t, grade.Passed, result.Tests[0].Outcome, "%s", dump(result))
	assert.Equal(t, grade.Timeout, result.Tests[1].Outcome, "%s", dump(result))
}

func graded(t *testing.T, g *Grader, suite, solution string, cpu ...time.Duration) grade.Result {
	t.Helper()
	dir := t.TempDir()
	test, file := filepath.Join(dir, "test_it.py"), filepath.Join(dir, "solution.py")
	require.NoError(t, os.WriteFile(test, []byte(suite), 0o600))
	require.NoError(t, os.WriteFile(file, []byte(solution), 0o600))
	ex := bareSuite(t, test, "solution.py")
	ex.Limits.Wall = 3 * time.Second
	if len(cpu) > 0 {
		ex.Limits.CPU = cpu[0]
	}
	result, err := g.Grade(context.Background(), ex, file)
	require.NoError(t, err)
	return result
}

// TestLimitsAreOfATest: tests that share a candidate have each the whole of what a test may use.
func TestLimitsAreOfATest(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const busy = "import time\n\n\ndef keep(x):\n    end = time.process_time() + 0.35\n    while time.process_time() < end:\n        pass\n    return [x]\n\n\ndef work():\n    return 'done'\n"
	assert.Empty(t, lost(t, g, exercise.AsOne, busy))
	assert.Empty(t, lost(t, g, exercise.Together, busy))
}

// TestManyCallsAreNoWork: what passing on and answering a test's questions costs is no CPU time of the solution's.
func TestManyCallsAreNoWork(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const suite = "from solution import same\n\n\ndef test_same():\n    assert all(same(n) == n for n in range(2000))\n"
	const solution = "def same(n):\n    return n\n"
	result := graded(t, g, suite, solution, 100*time.Millisecond)
	assert.Equal(t, grade.StatusPassed, result.Status, "%s", dump(result))
}
