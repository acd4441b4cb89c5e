from collections import Counter

import pytest

import solution


def test_count_words(text):
    counts = solution.count_words(text)
    assert counts["the"] == 3
    assert counts == {"the": 3, "cat": 2, "sat": 2, "dog": 2, "a": 2, "end": 1}


def test_result_works_as_a_counter(text):
    counts = solution.count_words(text)
    assert counts["bird"] == 0
    assert counts + Counter(the=1) == Counter({"the": 4, "cat": 2, "sat": 2, "dog": 2, "a": 2, "end": 1})


def test_top(text):
    assert solution.top(text, 1) == [("the", 3)]
    assert solution.top(text, 3) == [("the", 3), ("a", 2), ("cat", 2)]


def test_index_maps_words_to_positions():
    index = solution.index("to be or not to be")
    assert dict(index) == {"to": [0, 4], "be": [1, 5], "or": [2], "not": [3]}


def test_index_of_nothing():
    assert not solution.index("")


@pytest.mark.parametrize("left, right, expected", [
    ("a b c", "b c d", {"b", "c"}),
    ("a", "A", {"a"}),
    ("x", "y", set()),
])
def test_common(left, right, expected):
    assert solution.common(left, right) == expected


def test_mean_length_is_exact():
    assert solution.mean_length("ab abcd") == pytest.approx(3.0)
    assert solution.mean_length("a bb ccc d") == pytest.approx(1.75)
