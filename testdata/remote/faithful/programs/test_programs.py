"""Tests that read the solution's source, import it by its path, or run it as a program."""

# interface: objects
import ast
import collections
import dataclasses
import importlib
import importlib.util
import inspect
import os
import pathlib
import runpy
import shutil
import subprocess
import sys
import timeit

import pytest
import solution

HERE = pathlib.Path(__file__).resolve().parent
FILE = pathlib.Path(solution.__file__)


def run(*args, **kwargs):
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, timeout=20, **kwargs)


@pytest.mark.parametrize("script", [solution.__file__, FILE, HERE / "solution.py"], ids=["file", "path", "name"])
def test_script(script):
    """A program's output, errors and exit code."""
    done = run(script, "1", "2")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3\n", "")
    assert run(script).returncode == 2 and "usage" in run(script).stderr


def test_as_a_module():
    """python -m, and code that imports it."""
    assert run("-m", "solution", "1", "2").stdout == "3\n"
    assert run("-c", "import solution; print(solution.add(4, 4))").stdout == "8\n"


def test_from_its_folder():
    """A working folder, and the name of a file in it."""
    assert run("solution.py", "1", "5", cwd=FILE.parent).stdout == "6\n"


def test_environment():
    """Variables of a call's own."""
    code = "import os, solution; print(os.environ.get('OF_TESTS'), 'PATH' in os.environ)"
    assert run("-c", code, env={**os.environ, "OF_TESTS": "hi"}).stdout == "hi True\n"
    assert run("-c", code).stdout == "None True\n"


def test_input():
    """A program is written to and read from while it runs."""
    code = "import solution\nwhile True: print(solution.add(int(input()), 1), flush=True)"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:
        it.stdin.write("5\n")
        it.stdin.flush()
        assert it.stdout.readline() == "6\n"
        assert it.poll() is None
        it.kill()
        assert it.wait() == -9
    assert subprocess.run([sys.executable, "-c", "import solution; print(input() * 2)"], input="ab", text=True,
                          capture_output=True).stdout == "abab\n"


def test_what_goes_wrong():
    """The library's exceptions."""
    with pytest.raises(subprocess.CalledProcessError) as caught:
        subprocess.run([sys.executable, FILE], check=True, stderr=subprocess.PIPE)
    assert caught.value.returncode == 2 and b"usage" in caught.value.stderr
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([sys.executable, "-c", "import solution, time; time.sleep(5)"], timeout=0.2)
    with pytest.raises(FileNotFoundError):
        subprocess.run(["no-such-program", solution.__file__])


def test_shell(tmp_path):
    """A command line."""
    assert os.system(f"{sys.executable} {solution.__file__} 1 2 > {tmp_path}/out") == 0
    assert (tmp_path / "out").read_text() == "3\n"
    assert os.system(f"{sys.executable} {solution.__file__} 2> /dev/null") == 2 << 8
    assert subprocess.getoutput(f"{sys.executable} {solution.__file__} 2 2") == "4"


def test_files(tmp_path):
    """What a program writes, and a copy of the solution."""
    code = "import solution, sys; open(sys.argv[1], 'w').write(str(solution.add(1, 1)))"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "out.txt")], check=True)
    assert (tmp_path / "out.txt").read_text() == "2"
    shutil.copy(solution.__file__, tmp_path / "program.py")
    assert run("program.py", "1", "5", cwd=tmp_path).stdout == "6\n"


def test_other_programs():
    """What has nothing to do with it."""
    assert subprocess.check_output(["echo", "hi"]) == b"hi\n"


@pytest.mark.parametrize("how", ["module", "path"])
def test_runpy(monkeypatch, capsys, how):
    """The file's main part, in a process that tests patch."""
    monkeypatch.setattr(sys, "argv", ["solution.py", "4", "5"])
    with pytest.raises(SystemExit) as caught:
        if how == "module":
            runpy.run_module("solution", run_name="__main__")
        else:
            runpy.run_path(solution.__file__, run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out == "9\n"
    assert runpy.run_path(str(FILE), run_name="other")["add"](1, 1) == 2


def test_import_by_path():
    """Another name, and a module of its own."""
    spec = importlib.util.spec_from_file_location("other", solution.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.count = 5
    assert module.add(1, 2) == 3 and module.__name__ == "other" and not hasattr(solution, "count")
    assert importlib.util.find_spec("solution").origin == solution.__file__


def test_source():
    """inspect, of all that has a source."""
    assert inspect.getsource(solution.add) == 'def add(a, b):\n    """Add."""\n    return a + b\n'
    assert inspect.getsource(solution.K.m).strip().startswith("def m")
    assert "return 1" in inspect.getsource(solution.K().m)
    assert inspect.getsource(solution.K).startswith("class K")
    assert "def main" in inspect.getsource(solution)
    assert inspect.getsourcefile(solution.add) == inspect.getfile(solution.K.m) == solution.__file__
    assert inspect.getsourcelines(solution.main)[1] == 9
    with pytest.raises((OSError, TypeError)):
        inspect.getsource(solution.sys.exit)


def test_file():
    """The file as a text, for a look at what it uses."""
    names = {node.name for node in ast.walk(ast.parse(FILE.read_text())) if isinstance(node, ast.FunctionDef)}
    assert names == {"add", "m", "main"}
    with open(solution.__file__) as file:
        assert file.readline() == '"""A tool."""\n'
    assert FILE.exists() and FILE.name == "solution.py"


def test_code_of_a_test():
    """Another test has read the source: this one may run what it likes."""
    assert eval("1 + 1") == 2


def test_code_of_the_library_after_that():
    """What the library makes still runs."""
    assert FILE.read_text()

    @dataclasses.dataclass(order=True)
    class Point:
        x: int = 0
    assert Point(1) > Point(0)
    assert collections.namedtuple("Pair", "a b")(1, 2).b == 2
    assert timeit.timeit("1 + 1", number=1) >= 0
    assert importlib.import_module("colorsys").rgb_to_hls(0, 0, 0) == (0, 0, 0)
