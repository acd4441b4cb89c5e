package grader

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
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

// TestNothingOfTheSolutionsRunsInTheJudge: not a module that it writes where a program or the test itself looks for one,
// nor what an archive of its leaves beside the suite. There a mark would be, and the suite's files.
func TestNothingOfTheSolutionsRunsInTheJudge(t *testing.T) {
	const mark = `import glob, pathlib
pathlib.Path("/tmp/marked").write_text(" ".join(glob.glob("/tmp/*/suite/test_it.py")))
`
	suite := folder(t, map[string]string{"check.py": `
import subprocess, sys
subprocess.run([sys.executable, "-m", "json.tool", "x.json"])
`, "test_it.py": `
import contextlib, importlib, os, pathlib, subprocess, sys, tarfile
import solution

HERE = pathlib.Path(__file__).parent

def clean():
    return not os.path.exists("/tmp/marked")

def test_user_site(tmp_path):
    solution.leave_site(str(tmp_path))
    subprocess.run([sys.executable, "-c", "print(1 + 1)"], capture_output=True)
    assert clean() and solution.marked() != "the judge"

def test_working_folder(tmp_path):
    solution.leave_module(str(tmp_path / "json.py"))
    subprocess.run([sys.executable, "-m", "json.tool", "x.json"], cwd=tmp_path, capture_output=True)
    assert clean()

def test_path(tmp_path, monkeypatch):
    solution.leave_module(str(tmp_path / "statistics.py"))
    monkeypatch.syspath_prepend(tmp_path)
    try:
        importlib.import_module("statistics")
    finally:
        assert clean()

def test_archive(tmp_path):
    solution.leave_archive(str(tmp_path / "made.tar"))
    with tarfile.open(tmp_path / "made.tar") as archive, contextlib.suppress(OSError):  # of depths past the suite's
        archive.extractall(tmp_path / "out")
    assert (HERE / "graphlib.py").exists()
    try:
        importlib.import_module("graphlib")
    finally:
        assert clean()

def test_archive_on_the_path(tmp_path, monkeypatch):
    solution.leave_zip(str(tmp_path / "made.zip"))
    monkeypatch.syspath_prepend(tmp_path / "made.zip")
    try:
        importlib.import_module("fractions_of_it")
    finally:
        assert clean()

def test_moved(tmp_path, monkeypatch):
    solution.leave_module(str(tmp_path / "made.txt"))
    (tmp_path / "made.txt").rename(tmp_path / "moved_here.py")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        importlib.import_module("moved_here")
    finally:
        assert clean()

def test_script_in_the_folder(tmp_path):
    solution.leave_module(str(tmp_path / "json.py"))
    try:
        subprocess.run([sys.executable, str(HERE / "check.py")], cwd=tmp_path)
    finally:
        assert clean()

def test_own_module(tmp_path, monkeypatch):
    (tmp_path / "plugin_of_tests.py").write_text("N = 5")
    assert solution.names(str(tmp_path)) == ["plugin_of_tests.py"]
    monkeypatch.syspath_prepend(tmp_path)
    assert importlib.import_module("plugin_of_tests").N == 5

def test_own_module_beside_the_suite(monkeypatch):
    os.mkdir("made")
    open("made/__init__.py", "w").close()
    with open("made/part.py", "w") as file:
        file.write("N = 6")
    monkeypatch.syspath_prepend(os.getcwd())
    assert importlib.import_module("made.part").N == 6
`})
	submission := folder(t, map[string]string{"solution.py": "MARK = " + strconv.Quote(mark) + `
import io, os, pathlib, tarfile

def leave_module(path):
    pathlib.Path(path).write_text(MARK)

def leave_site(folder):
    site = pathlib.Path(folder, ".local/lib/python3.11/site-packages")
    site.mkdir(parents=True)
    leave_module(site / "usercustomize.py")
    os.environ["HOME"] = folder

def leave_archive(path):
    with tarfile.open(path, "w") as archive:
        for depth in range(1, 8):
            member = tarfile.TarInfo("../" * depth + "suite/graphlib.py")
            member.size = len(MARK)
            archive.addfile(member, io.BytesIO(MARK.encode()))

def leave_zip(path):
    import zipfile
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("fractions_of_it.py", MARK)

def marked():
    found = pathlib.Path("/tmp/marked")
    return "the judge" if found.exists() and found.read_text() else "nothing"

def names(folder):
    return os.listdir(folder)
`})
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	result, err := g.Grade(t.Context(), bareSuite(t, suite, "solution.py"), submission)
	require.NoError(t, err)
	codes := map[string]string{} // a refusal, rather than an assertion that fails: nothing has run
	for _, test := range result.Tests {
		_, name, _ := strings.Cut(test.ID, "::")
		codes[name] = test.Code
	}
	const refused = "cannot_cross"
	assert.Equal(t, map[string]string{
		"test_user_site": "", "test_working_folder": "", "test_path": refused, "test_archive": refused,
		"test_archive_on_the_path": refused, "test_moved": refused, "test_script_in_the_folder": refused,
		"test_own_module": "", "test_own_module_beside_the_suite": "",
	}, codes, dump(result))
}

// TestNothingIsLeftInTheJudge: a program of the suite's own runs there, cannot read the judge's memory, and ends with the
// submission that it was started for.
func TestNothingIsLeftInTheJudge(t *testing.T) {
	suite := folder(t, map[string]string{
		"helper.py": `
import os, time
try:
    open(f"/proc/{os.getppid()}/mem", "rb")
except PermissionError:
    print("closed", flush=True)
os.setsid()
time.sleep(600)
`, "test_it.py": `
import os, pathlib, subprocess, sys
import solution

HELPER = pathlib.Path(__file__).parent / "helper.py"

def running():
    for found in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield found.read_bytes()
        except OSError:
            pass

def test_it():
    assert not any(b"helper.py" in line for line in running())
    started = subprocess.Popen([sys.executable, str(HELPER)], stdout=subprocess.PIPE, text=True)
    assert started.stdout.readline() == "closed\n"
    assert any(b"helper.py" in line for line in running())
    assert solution.N == 1 and not os.path.exists("/tmp/left")
    pathlib.Path("/tmp/left").write_text("for the next")
`})
	submission := folder(t, map[string]string{"solution.py": "N = 1\n"})
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	for range 3 {
		result, err := g.Grade(t.Context(), bareSuite(t, suite, "solution.py"), submission)
		require.NoError(t, err)
		assert.Equal(t, grade.StatusPassed, result.Status, dump(result))
	}
}

// TestWhatAStarBringsStaysTheSolutions: not under a name that another file of the suite imports, though it comes by a
// helper of the suite's, and no setting of pytest's.
func TestWhatAStarBringsStaysTheSolutions(t *testing.T) {
	suite := folder(t, map[string]string{
		"conftest.py": "from solution import *\n",
		"helpers.py":  "from solution import *\n",
		"test_it.py": `
from pytest import approx, raises
from helpers import *
import solution

def test_area():
    assert solution.area(2) == approx(12.566, rel=1e-3)

def test_negative():
    with raises(ValueError):
        area(-1)
`})
	cheat := folder(t, map[string]string{"solution.py": `
collect_ignore = ["test_it.py"]
collect_ignore_glob = ["test_it*"]

def area(r):
    return 0

def approx(value, rel):
    return 0

class raises:
    def __init__(self, *_): pass
    def __enter__(self): pass
    def __exit__(self, *_): return True
`})
	for name, backend := range backends(t) {
		t.Run(name, func(t *testing.T) {
			g := New(Config{Backend: backend(t)})
			defer g.Close()
			result, err := g.Grade(t.Context(), bareSuite(t, suite, "solution.py"), cheat)
			require.NoError(t, err)
			require.Len(t, result.Tests, 2, dump(result))
			for _, test := range result.Tests {
				assert.Equal(t, grade.Failed, test.Outcome, test.ID)
			}
		})
	}
}
