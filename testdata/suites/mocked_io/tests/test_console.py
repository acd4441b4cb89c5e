import io
import sys
from unittest.mock import call, mock_open, patch

import pytest

import solution


def test_input_is_asked(monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt="": "Ann")
    assert solution.greet() == "Hello, Ann!"


@patch("builtins.input", side_effect=["abc", "-1", "42"])
def test_asks_until_valid(fake_input):
    assert solution.ask_age() == 42
    assert fake_input.call_count == 3
    fake_input.assert_called_with("Your age: ")


@patch("builtins.input", side_effect=EOFError)
def test_end_of_input(fake_input):
    with pytest.raises(SystemExit) as info:
        solution.ask_age()
    assert info.value.code == 1


@patch("builtins.print")
def test_print_calls(fake_print):
    solution.countdown(2)
    assert fake_print.mock_calls == [call(2, end="... "), call(1, end="... "), call("Go!")]


def test_stdin_lines(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("3\n4\n\n5\n"))
    assert solution.sum_stdin() == 12


def test_stdout_replaced():
    out = io.StringIO()
    with patch("sys.stdout", out):
        solution.countdown(1)
    assert out.getvalue() == "1... Go!\n"


def test_mock_open_reading():
    with patch("solution.open", mock_open(read_data="b\na\n"), create=True) as fake:
        assert solution.sorted_lines("names.txt") == ["a", "b"]
    fake.assert_called_once_with("names.txt", encoding="utf-8")


def test_mock_open_writing():
    fake = mock_open()
    with patch("builtins.open", fake):
        solution.save("out.txt", ["x", "y"])
    fake.assert_called_once_with("out.txt", "w", encoding="utf-8")
    written = "".join(c.args[0] for c in fake().write.call_args_list)
    assert written == "x\ny\n"


def test_main_reads_argv(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["prog", "--shout", "hello", "world"])
    assert solution.main() == 0
    assert capsys.readouterr().out == "HELLO WORLD\n"


def test_main_without_words(capsys):
    assert solution.main(["--shout"]) == 2
    assert "usage: prog [--shout] WORD..." in capsys.readouterr().err


def test_file_like_objects_passed_in():
    out = io.StringIO()
    solution.number_lines(io.StringIO("a\nb\n"), out)
    assert out.getvalue() == "1 a\n2 b\n"
    assert not out.closed
