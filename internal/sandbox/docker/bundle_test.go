package docker

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// runPython runs a script as a judge and returns what it printed.
func runPython(t *testing.T, script string) string {
	t.Helper()
	p := start(t, python(t, script), sandbox.Spec{Role: sandbox.Judge, Limits: grade.DefaultLimits()})
	out, err := io.ReadAll(p)
	require.NoError(t, err)
	exit, err := p.Wait(t.Context())
	require.NoError(t, err)
	require.Zero(t, exit.Code, "%s\n%s", out, p.Stderr())
	return string(out)
}

func TestBundledModulesAreLikeThoseFromFiles(t *testing.T) {
	facts := `
import importlib.metadata, inspect, json, sys
import pytest, _pytest.config, email.message
print([(m.__name__, m.__file__, m.__spec__.origin, m.__spec__.cached, m.__package__, list(getattr(m, "__path__", [])))
       for m in (pytest, _pytest.config, email.message)])
print(inspect.getsource(pytest.main).splitlines()[0], pytest.main.__code__.co_filename)
print(importlib.metadata.version("pytest"), sorted(importlib.metadata.entry_points(group="console_scripts").names))
try:
    json.loads("{")
except ValueError:
    import traceback
    print(traceback.format_exc())
`
	install := "import pygrader.bundle\nassert pygrader.bundle.install('/usr/lib/pygrader/judge.bundle')\n"
	check := "\nassert type(pytest.__loader__).__module__ == 'pygrader.bundle'\n"
	plain := runPython(t, facts)
	bundled := runPython(t, install+facts+check)
	assert.Equal(t, plain, strings.Replace(bundled, `"<string>", line 11`, `"<string>", line 9`, 1))
}

func TestASessionOfPytestRunsFromTheBundle(t *testing.T) {
	out := runPython(t, `
import sys
import pygrader.bundle
before = set(sys.modules)
assert pygrader.bundle.install("/usr/lib/pygrader/judge.bundle")
import importlib.machinery, pathlib, pytest
pathlib.Path("/work/test_one.py").write_text("def test(): one = 1; assert one == 2\n")
code = pytest.main(["-p", "no:cacheprovider", "-q", "/work"])
files = [n for n, m in sys.modules.items() if n not in before and n != "test_one"
         and type(getattr(m, "__loader__", None)) is importlib.machinery.SourceFileLoader]
print("code", int(code), "from files:", files)
`)
	assert.Contains(t, out, "assert 1 == 2", "asserts are rewritten")
	assert.Contains(t, out, "code 1 from files: []", "all that a session needs is in the bundle")
}

func TestAnOwnModuleGoesBeforeABundledOne(t *testing.T) {
	out := runPython(t, `
import pathlib, sys
import pygrader.bundle
sys.modules.pop("csv", None)
pathlib.Path("/work/csv.py").write_text("own = 1")
sys.path.insert(0, "/work")
assert pygrader.bundle.install("/usr/lib/pygrader/judge.bundle")
import csv
print(csv.__file__, csv.own)
`)
	assert.Equal(t, "/work/csv.py 1\n", out)
}

func TestABundleThatDoesNotFitChangesNothing(t *testing.T) {
	out := runPython(t, `
import pathlib, sys
import pygrader.bundle
before = dict(sys.path_importer_cache)
pathlib.Path("/work/other").write_bytes(pygrader.bundle.MAGIC + b"\0\0\0\0" + b"\0\0\0\5hello")
print(pygrader.bundle.install("/work/none"), pygrader.bundle.install("/work/other"), sys.path_importer_cache == before)
`)
	assert.Equal(t, "False False True\n", out)
}
