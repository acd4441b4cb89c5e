package grader

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

// TestBareSuiteBlamesWhoIsAtFault: with no record of the tests, a submission that lacks what they import loses, and
// only a suite that fails without it is its author's fault.
func TestBareSuiteBlamesWhoIsAtFault(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const suite = "from solution import f\n\n\ndef test_f():\n    assert f(1) == 2\n"
	for name, c := range map[string]struct {
		suite, solution string
		status          grade.Status
		blame           grade.Blame
	}{
		"nothing there":    {suite, "", grade.StatusFailed, grade.Candidate},
		"no function":      {suite, "f = 5\n", grade.StatusFailed, grade.Candidate},
		"raises on import": {suite, "raise ValueError('x')\n", grade.StatusFailed, grade.Candidate},
		"right":            {suite, "def f(x):\n    return x + 1\n", grade.StatusPassed, ""},
		"a name missing of a star": {"from solution import *\n\nBOTH = [f, g]\n\n\ndef test_f():\n    assert f(1) == 2\n",
			"def f(x):\n    return x + 1\n", grade.StatusFailed, grade.Candidate},
		"a name that nobody has": {"from solution import *\n\nimport os\n\nX = os.nothing\n\n\ndef test_f():\n    assert f(1) == 2\n",
			"def f(x):\n    return x + 1\n", grade.StatusSuiteError, grade.Author},
		"names that are no list": {"from solution import *\n\n\ndef test_f():\n    assert f(1) == 2\n",
			"__all__ = 5\n", grade.StatusFailed, grade.Candidate},
		"by a name of the suite's own": {"import pytest\nimport solution\n\nTABLE = solution.TABLE\n\n\n@pytest.mark.parametrize('k', TABLE.keys())\n" +
			"def test_f(k):\n    assert k\n", "TABLE = None\n", grade.StatusFailed, grade.Candidate},
		"no class to go below": {"from solution import f\n\n\nclass Below(f):\n    pass\n\n\ndef test_f():\n    assert Below\n",
			"def f(*_):\n    return 1\n", grade.StatusFailed, grade.Candidate},
		"broken suite": {"import nothing_of_that_name\n", "f = 5\n", grade.StatusSuiteError, grade.Author},
		"no tests":     {"X = 1\n", "f = 5\n", grade.StatusSuiteError, grade.Author},
		// The judge is ended twice while it collects (half a minute), and grades the next one all the same.
		"too much to collect": {"from solution import N\n\nBIG = 10 ** N\n" + suite, "N = 10 ** 10\n\n\ndef f(x):\n    return 2\n",
			grade.StatusFailed, grade.Candidate},
		"ends pytest": {"import pytest\n" + suite + "\n\ndef test_exit():\n    pytest.exit('no')\n", "def f(x):\n    return x + 1\n",
			grade.StatusSuiteError, grade.Author},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			test, solution := filepath.Join(dir, "test_it.py"), filepath.Join(dir, "solution.py")
			require.NoError(t, os.WriteFile(test, []byte(c.suite), 0o600))
			require.NoError(t, os.WriteFile(solution, []byte(c.solution), 0o600))
			ex := bareSuite(t, test, "solution.py")
			ex.Interface = "plain"
			r, err := g.Grade(context.Background(), ex, solution)
			require.NoError(t, err)
			assert.Equal(t, c.status, r.Status, "%s", dump(r))
			assert.Equal(t, c.blame, r.Blame, "%s", dump(r))
		})
	}
}

// TestWhatNoSubmissionCanHelpIsTheAuthors: a file of the suite that cannot be imported, and settings that pytest does not
// take, cost no submission marks, recorded tests or not.
func TestWhatNoSubmissionCanHelpIsTheAuthors(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	const test = "from solution import f\n\n\ndef test_f():\n    assert f(1) == 2\n"
	for name, c := range map[string]struct {
		files   map[string]string
		message string
	}{
		"syntax error":        {map[string]string{"test_it.py": test + "def (\n"}, "SyntaxError"},
		"module not there":    {map[string]string{"test_it.py": "import bank\n" + test}, "--entry bank.py"},
		"unknown option":      {map[string]string{"test_it.py": test, "pytest.ini": "[pytest]\naddopts = --cov\n"}, "unrecognized arguments: --cov"},
		"plug-in not there":   {map[string]string{"test_it.py": test, "conftest.py": "pytest_plugins = ['nope']\n"}, `No module named 'nope'`},
		"hook that raises":    {map[string]string{"test_it.py": test, "conftest.py": "def pytest_configure():\n    raise RuntimeError('no')\n"}, "no"},
		"conftest that fails": {map[string]string{"test_it.py": test, "conftest.py": "import bank\n"}, "bank"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			suite, solution := filepath.Join(dir, "tests"), filepath.Join(dir, "solution.py")
			require.NoError(t, os.Mkdir(suite, 0o700))
			for file, text := range c.files {
				require.NoError(t, os.WriteFile(filepath.Join(suite, file), []byte(text), 0o600))
			}
			// The import ends after the session has: the suite's fault is told all the same.
			require.NoError(t, os.WriteFile(solution, []byte("import time\n\ntime.sleep(0.2)\n\n\ndef f(x):\n    return x + 1\n"), 0o600))
			ex := bareSuite(t, suite, "solution.py")
			for _, recorded := range []bool{false, true} {
				if recorded {
					ex.Expected = []exercise.ExpectedTest{{ID: "test_it.py::test_f", Visibility: grade.Hidden}}
				}
				r, err := g.Grade(context.Background(), ex, solution)
				require.NoError(t, err)
				assert.Equal(t, grade.StatusSuiteError, r.Status, "%s", dump(r))
				assert.Contains(t, r.Message, c.message)
			}
		})
	}
}

// TestAStaleRecordIsTheAuthors: a test that was renamed since tests.toml was written costs no submission marks; one that the
// submission keeps from being made does.
func TestAStaleRecordIsTheAuthors(t *testing.T) {
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	dir := t.TempDir()
	test, solution := filepath.Join(dir, "test_it.py"), filepath.Join(dir, "solution.py")
	text := "import pytest\nfrom solution import N\n\n\n@pytest.mark.parametrize('n', range(N))\ndef test_n(n):\n    assert n < 2\n"
	require.NoError(t, os.WriteFile(test, []byte(text), 0o600))
	require.NoError(t, os.WriteFile(solution, []byte("N = 1\n"), 0o600))
	ex := bareSuite(t, test, "solution.py")
	for id, want := range map[string]grade.Status{"test_it.py::test_n[1]": grade.StatusFailed, "test_it.py::test_old": grade.StatusSuiteError} {
		ex.Expected = []exercise.ExpectedTest{{ID: "test_it.py::test_n[0]", Visibility: grade.Hidden}, {ID: id, Visibility: grade.Hidden}}
		r, err := g.Grade(context.Background(), ex, solution)
		require.NoError(t, err)
		assert.Equal(t, want, r.Status, "%s", dump(r))
	}
}

// TestTasksAndTestsMustFit: a mark that names no declared task, and a task that no test belongs to, are the author's.
func TestTasksAndTestsMustFit(t *testing.T) {
	ex := &exercise.Exercise{Tasks: []grade.TaskSpec{{ID: "basic", Weight: 1}, {ID: "errors", Weight: 1}}}
	basic := grade.Test{ID: "a", Task: "basic", Outcome: grade.Passed}
	errors := grade.Test{ID: "b", Task: "errors", Outcome: grade.Passed}
	assert.Empty(t, tasksAtFault(ex, []grade.Test{basic, errors}))
	assert.Contains(t, tasksAtFault(ex, []grade.Test{basic}), `task "errors" has no test`)
	assert.Contains(t, tasksAtFault(ex, []grade.Test{basic, errors, {ID: "c", Task: "basik"}}), `task "basik", which exercise.toml does not declare`)
	assert.Empty(t, tasksAtFault(&exercise.Exercise{}, []grade.Test{basic}))
}

// TestTheLineOfAnErrorThatDoesNotMatch: where pytest.raises(match=) is not met, the report shows where the solution raised.
func TestTheLineOfAnErrorThatDoesNotMatch(t *testing.T) {
	suite := folder(t, map[string]string{"test_it.py": "import pytest\nimport solution\n\n\ndef test_it():\n" +
		"    with pytest.raises(ValueError, match='other'):\n        solution.f()\n"})
	submission := folder(t, map[string]string{"solution.py": "def f():\n    x = 1\n    raise ValueError('this')\n"})
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	r, err := g.Grade(t.Context(), bareSuite(t, suite, "solution.py"), submission)
	require.NoError(t, err)
	require.Len(t, r.Tests, 1)
	assert.Equal(t, "solution.py:3", r.Tests[0].Line, dump(r))
}
