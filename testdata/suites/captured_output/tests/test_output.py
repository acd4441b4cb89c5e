import os

import pytest

from solution import Logger, main, progress, show_error, table


def test_table(capsys):
    table([("name", "age"), ("Ann", 31), ("Bobby", 7)])
    assert capsys.readouterr().out == (
        "name  | age\n"
        "------+----\n"
        "Ann   |  31\n"
        "Bobby |   7\n")


def test_empty_table_prints_nothing(capsys):
    table([])
    captured = capsys.readouterr()
    assert captured.out == captured.err == ""


def test_errors_go_to_stderr(capsys):
    show_error("bad thing", code=3)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "error 3: bad thing\n"


def test_reading_twice(capsys):
    print("before")
    table([("x",)])
    assert capsys.readouterr().out.startswith("before\nx")
    table([("y",)])
    assert capsys.readouterr().out == "y\n-\n"


def test_order_with_the_tests_own_prints(capsys):
    print("1")
    progress(["a"], lambda item: print("2", item))
    print("3")
    assert capsys.readouterr().out.splitlines() == ["1", "[1/1] a", "2 a", "3"]


def test_progress_returns_results(capsys):
    assert progress(["a", "b"], str.upper) == ["A", "B"]
    assert "[2/2] b" in capsys.readouterr().out


def test_file_descriptors(capfd):
    main(["echo", "hello"])
    os.write(1, b"direct\n")
    out, err = capfd.readouterr()
    assert out == "hello\ndirect\n"
    assert err == ""


def test_main_unknown_command(capfd):
    assert main(["nope"]) == 2
    assert capfd.readouterr().err == "error 2: unknown command 'nope'\n"


def test_disabled_capture(capsys):
    with capsys.disabled():
        pass
    main(["echo"])
    assert capsys.readouterr().out == "\n"


def test_logger_to_any_stream(capsys, tmp_path):
    path = tmp_path / "log"
    with path.open("w") as stream:
        Logger(stream).log("to file")
    Logger().log("to stdout")
    assert path.read_text() == "LOG to file\n"
    assert capsys.readouterr().out == "LOG to stdout\n"


@pytest.mark.parametrize("text", ["ünïcödé ✓", "tab\there", "two\nlines"])
def test_text_is_unchanged(capsys, text):
    main(["echo", text])
    assert capsys.readouterr().out == text + "\n"
