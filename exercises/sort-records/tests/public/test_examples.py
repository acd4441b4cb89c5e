"""The shape of the exercise; the hidden tests look at the edges."""

import copy

import pytest

from solution import sort_records


def stocks():
    return [
        {"id": "a", "stock": 7},
        {"id": "b"},
        {"id": "c", "stock": 0},
        {"id": "d", "stock": None},
        {"id": "e", "stock": 3},
    ]


def ids(records):
    return [record["id"] for record in records]


@pytest.mark.task("order")
def test_sorts_by_one_name():
    """Records come in the order of their values."""
    records = [{"n": 3}, {"n": 1}, {"n": 2}]
    assert sort_records(records, "n") == [{"n": 1}, {"n": 2}, {"n": 3}]


@pytest.mark.task("missing-place")
def test_missing_come_last_or_first():
    """An absent name and None are the same case: last by default, first when chosen."""
    assert ids(sort_records(stocks(), "stock")) == ["c", "e", "a", "b", "d"]
    assert ids(sort_records(stocks(), "stock", missing="first")) == ["b", "d", "c", "e", "a"]


@pytest.mark.task("descending")
def test_descending():
    """The values turn round, the records without one stay last."""
    records = [{"id": "a", "stock": 3}, {"id": "b"}, {"id": "c", "stock": 7}]
    assert ids(sort_records(records, "stock", descending=True)) == ["c", "a", "b"]


@pytest.mark.task("untouched")
def test_the_given_list_stays_as_it_was():
    """The caller's list keeps its order and its content."""
    records = stocks()
    before = copy.deepcopy(records)
    sort_records(records, "stock")
    assert records == before
