import functools
import operator

import pytest

from solution import group_by, insertion_sort, merge_sort, top_n


@pytest.fixture(params=[merge_sort, insertion_sort], ids=["merge", "insertion"])
def sort(request):
    return request.param


def test_returns_a_new_sorted_list(sort):
    data = [3, 1, 2]
    assert sort(data) == [1, 2, 3]
    assert data == [3, 1, 2]


def test_key_is_called_once_for_each_item(sort):
    calls = []

    def key(word):
        calls.append(word)
        return len(word)

    assert sort(["ccc", "a", "bb"], key=key) == ["a", "bb", "ccc"]
    assert sorted(calls) == ["a", "bb", "ccc"]


def test_is_stable(sort):
    pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
    assert sort(pairs, key=operator.itemgetter(0)) == [(0, "x"), (0, "y"), (1, "b"), (1, "a")]


def test_takes_cmp_to_key(sort):
    by_last_digit = functools.cmp_to_key(lambda a, b: a % 10 - b % 10)
    assert sort([19, 21, 15], key=by_last_digit) == [21, 15, 19]


def test_built_in_key(sort):
    assert sort(["b", "A", "c"], key=str.lower) == ["A", "b", "c"]


def test_error_of_the_key_comes_out(sort):
    class Broken(Exception):
        pass

    def key(item):
        raise Broken(item)

    with pytest.raises(Broken) as info:
        sort([7], key=key)
    assert info.value.args == (7,)


def test_group_by_keeps_order_and_identity():
    rows = [{"n": "x"}, {"n": "y"}, {"n": "x"}]
    groups = group_by(rows, lambda row: row["n"])
    assert list(groups) == ["x", "y"]
    assert groups["x"][1] is rows[2]


def test_top_n_is_lazy_in_memory_only():
    assert top_n(iter(range(1000)), 3) == [999, 998, 997]
    assert top_n("aBcD", 2, key=str.lower) == ["D", "c"]
