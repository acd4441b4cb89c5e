import importlib
import runpy
import subprocess
import sys

import pytest

import solution


def test_main_returns_a_code(capsys):
    assert solution.main(["3", "4"]) == 0
    assert capsys.readouterr().out == "7\n"


def test_bad_number(capsys):
    assert solution.main(["x"]) == 1
    assert capsys.readouterr().err == "not a number: x\n"


def test_module_name_is_not_main():
    assert solution.__name__ == "solution"
    assert solution.started is False


def test_importing_prints_nothing(capsys):
    importlib.reload(solution)
    assert capsys.readouterr().out == ""


def test_run_as_a_module(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["solution", "1", "2"])
    with pytest.raises(SystemExit) as info:
        runpy.run_module("solution", run_name="__main__")
    assert info.value.code == 0
    assert capsys.readouterr().out == "3\n"


def test_in_a_process_of_its_own():
    done = subprocess.run([sys.executable, solution.__file__, "5", "6"], capture_output=True, text=True, timeout=10)
    assert (done.returncode, done.stdout, done.stderr) == (0, "11\n", "")


def test_process_reads_stdin():
    done = subprocess.run([sys.executable, "-m", "solution", "-"], input="1\n2\n3\n", capture_output=True,
                          text=True, timeout=10)
    assert done.stdout.strip() == "6"
