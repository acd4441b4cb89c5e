package grader

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
)

// TestSubmissionsFilesAreNotImportedInTheJudge has tests put the folder that holds the submission's files on their path,
// as suites do that look for a solution one folder up.
func TestSubmissionsFilesAreNotImportedInTheJudge(t *testing.T) {
	suite := folder(t, map[string]string{"test_it.py": `
import pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import helper
import solution

def test_where():
    assert helper.where() == solution.where()
`})
	where := "import os\n\ndef where():\n    return os.getpid()\n"
	both := folder(t, map[string]string{"solution.py": where, "helper.py": where})
	one := folder(t, map[string]string{"solution.py": where})
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			ex := bareSuite(t, suite, "solution.py")
			ex.Files = grade.Globs{"*.py"}
			for _, c := range []struct {
				submission string
				want       grade.Status
			}{{both, grade.StatusPassed}, {one, grade.StatusSuiteError}} { // the second finds nothing of the first's
				result, err := g.Grade(t.Context(), ex, c.submission)
				require.NoError(t, err)
				assert.Equal(t, c.want, result.Status, "%s %s %v", result.Message, result.Detail, result.Tests)
			}
		})
	}
}

// TestSubmissionsFilesTakeNoNameOfTheTests: not a helper's of the suite, nor one of the library's, though a test puts
// the submission's folder in front; and the judge's own folders are not among them, whatever they are called.
func TestSubmissionsFilesTakeNoNameOfTheTests(t *testing.T) {
	suite := folder(t, map[string]string{"helpers.py": "def expected(n):\n    return n * n\n", "test_it.py": `
import pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import statistics
import solution
from helpers import expected

def test_square():
    assert solution.square(2) == expected(2)

def test_mean():
    assert statistics.mean([1, 3]) == 2
`})
	cheat := folder(t, map[string]string{
		"solution.py":   "def square(n):\n    return 0\n",
		"helpers.py":    "def expected(n):\n    return 0\n",
		"statistics.py": "def mean(numbers):\n    return 2\n",
		"1/part.py":     "", "2/part.py": "",
	})
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			ex := bareSuite(t, suite, "solution.py")
			ex.Files = grade.Globs{"**/*.py"}
			for range 3 {
				result, err := g.Grade(t.Context(), ex, cheat)
				require.NoError(t, err)
				require.Len(t, result.Tests, 2, "%s %s %s", result.Status, result.Message, result.Detail)
				assert.Equal(t, grade.Failed, result.Tests[0].Outcome, result.Tests[0].Message)
				assert.Equal(t, grade.Passed, result.Tests[1].Outcome, result.Tests[1].Message)
			}
		})
	}
}

// folder makes one with the given files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

// TestSubmissionsFilesAreNotRunByOtherPrograms: a script of the suite's own, whose command names no file of the
// submission, finds one that it cannot read.
func TestSubmissionsFilesAreNotRunByOtherPrograms(t *testing.T) {
	suite := folder(t, map[string]string{"test_it.py": `
import os, pathlib, subprocess
import solution

def test_it(tmp_path):
    (tmp_path / "run.sh").write_text("cat ../*.py")
    done = subprocess.run(["sh", str(tmp_path / "run.sh")], capture_output=True, cwd=pathlib.Path(__file__).parent)
    assert done.returncode != 0 and done.stdout == b""
    assert "here" in pathlib.Path(solution.__file__).read_text()
`})
	submission := folder(t, map[string]string{"solution.py": "# here\n"})
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	result, err := g.Grade(t.Context(), bareSuite(t, suite, "solution.py"), submission)
	require.NoError(t, err)
	assert.Equal(t, grade.StatusPassed, result.Status, dump(result))
}

// TestOtherFilesOfTheSameNameMayBeRead: what a test runs after it has read a file of its own is its own affair.
func TestOtherFilesOfTheSameNameMayBeRead(t *testing.T) {
	suite := folder(t, map[string]string{"test_it.py": `
import bank

def test_it(tmp_path):
    (tmp_path / "__init__.py").write_text("1 + 1")
    assert eval((tmp_path / "__init__.py").read_text()) == 2
`})
	submission := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(submission, "bank"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(submission, "bank", "__init__.py"), []byte("N = 1\n"), 0o600))
	g := New(Config{Backend: localBackend(t)})
	defer g.Close()
	result, err := g.Grade(t.Context(), bareSuite(t, suite, "bank"), submission)
	require.NoError(t, err)
	assert.Equal(t, grade.StatusPassed, result.Status, dump(result))
}
