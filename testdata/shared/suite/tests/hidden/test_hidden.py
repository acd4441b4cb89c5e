import builtins
import doctest
import pathlib
import runpy
import subprocess
import sys

import pytest
import solution

SECRET = "AGATE-4711"


@pytest.mark.task("double")
def test_double():
    assert solution.double(21) == 42


@pytest.mark.task("double")
@pytest.mark.parametrize("value", [0, -1])
def test_double_more(value):
    assert solution.double(value) == 2 * value


@pytest.mark.task("process")
def test_builtin(monkeypatch):
    """A built-in function is another one for the solution too."""
    seen = []
    monkeypatch.setattr(builtins, "print", lambda *what: seen.append(what))
    solution.main()
    assert seen == [("3",)]


@pytest.mark.task("process")
def test_as_a_program(capsys):
    """It is run as the main program, in this process."""
    runpy.run_path("solution.py", run_name="__main__")
    assert capsys.readouterr().out == "3\n"


@pytest.mark.task("process")
def test_as_a_program_of_its_own():
    """And in one of its own, from the folder that plain pytest has it in."""
    file = pathlib.Path(__file__).parents[2] / "solution.py"
    done = subprocess.run([sys.executable, file], capture_output=True, text=True, check=True)
    assert done.stdout == "3\n"


@pytest.mark.task("process")
def test_examples():
    """Its examples are what they say."""
    result = doctest.testmod(solution)
    assert result.attempted > 0 and result.failed == 0


@pytest.mark.task("add")
def test_afterwards(sandbox_files, two):
    """Whatever befell the tests before."""
    assert sandbox_files.read(sandbox_files.write("a.txt", "x")) == b"x"
    assert solution.add(two, two) == 4
