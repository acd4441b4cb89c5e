import doctest

import pytest

import solution


def examples():
    return {t.name: t for t in doctest.DocTestFinder(exclude_empty=False).find(solution)}


def test_all_doctests_pass():
    results = doctest.testmod(solution)
    assert results.failed == 0
    assert results.attempted >= 3


@pytest.mark.parametrize("name", ["chunk", "Shelf", "Shelf.put"])
def test_has_examples(name):
    found = examples()["solution." + name]
    assert found.examples


def test_module_docstring_says_what_it_is():
    assert "shelf" in solution.__doc__.lower()


def test_chunk():
    assert solution.chunk("abcde", 2) == ["ab", "cd", "e"]
    with pytest.raises(ValueError):
        solution.chunk("abc", 0)


def test_shelf():
    shelf = solution.Shelf(2)
    shelf.put("x")
    assert "x" in shelf
    shelf.put("y")
    with pytest.raises(solution.Full):
        shelf.put("z")
