import sys

import pytest

import solution


def test_version():
    assert solution.__version__ == "1.2"


@pytest.mark.skip(reason="later")
def test_not_yet():
    assert solution.missing()


@pytest.mark.skipif(sys.version_info < (3, 8), reason="old Python")
def test_runs_here():
    assert solution.area(2, 3) == 6


@pytest.mark.skipif(not hasattr(solution, "turbo"), reason="no turbo")
def test_optional_feature():
    assert solution.turbo() == "fast"


@pytest.mark.xfail(reason="known bug", raises=ZeroDivisionError)
def test_known_bug():
    assert solution.ratio(1, 0) == 0


@pytest.mark.xfail(strict=True)
def test_strict_known_bug():
    assert solution.area("2", 3) == 6


def test_import_or_skip():
    pytest.importorskip("no_such_module_anywhere")


def test_skips_itself():
    if solution.area(0, 0) == 0:
        pytest.skip("nothing to do")


def test_fails_by_hand():
    try:
        solution.ratio(1, "x")
    except TypeError:
        return
    pytest.fail("text was taken for a number")


@pytest.mark.parametrize("a, b, expected", [
    (1, 2, 0.5),
    pytest.param(1, 3, 0.33, marks=pytest.mark.xfail),
    pytest.param(9, 3, 3, id="whole"),
])
def test_ratio(a, b, expected):
    assert solution.ratio(a, b) == expected


@pytest.mark.usefixtures("tmp_path")
@pytest.mark.filterwarnings("error")
def test_no_warnings():
    assert solution.area(1, 1) == 1
