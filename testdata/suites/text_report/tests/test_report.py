import pathlib
import textwrap

import pytest

from solution import Report, columns, human_size, ordinal, plural, wrap

EXPECTED = pathlib.Path(__file__).with_name("expected.txt")


@pytest.fixture()
def report():
    r = Report("Sales report")
    r.add("Apples", 12, 0.5)
    r.add("Pears, ripe", 3, 1.5)
    return r


def test_whole_text(report):
    assert str(report) == EXPECTED.read_text()


def test_lines(report):
    lines = list(report.lines())
    assert len(lines) == 9
    assert lines[1] == "=" * len(lines[0])


def test_add_chains():
    assert str(Report("T").add("a", 1, 1).add("b", 2, 2)).count("\n") == 9


def test_html_is_escaped(report):
    report.add("<b>", 1, 1)
    assert "&lt;b&gt;" in report.to_html()
    assert "<b>" not in report.to_html()


@pytest.mark.parametrize("n, text", [(1, "1st"), (2, "2nd"), (11, "11th"), (103, "103rd"), (112, "112th")])
def test_ordinal(n, text):
    assert ordinal(n) == text


def test_human_size():
    assert [human_size(n) for n in (0, 999, 1024, 1536, 5 * 1024 ** 3)] == ["0 B", "999 B", "1.0 KiB", "1.5 KiB",
                                                                            "5.0 GiB"]


def test_plural():
    assert plural(1, "file") == "1 file"
    assert plural(0, "box", "boxes") == "0 boxes"


def test_wrap_agrees_with_textwrap():
    text = "The quick brown fox jumps over the lazy dog. " * 5
    assert wrap(text, 20) == textwrap.wrap(text, 20)
    assert max(map(len, wrap(text, 33))) <= 33


def test_columns():
    assert columns(["one", "two", "three", "four", "five"], width=14) == "one    four\ntwo    five\nthree"
