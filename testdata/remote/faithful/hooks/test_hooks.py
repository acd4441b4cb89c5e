"""What the solution asks of tests' classes, files and surroundings, and what it is registered as."""

# interface: objects
import collections.abc
import dataclasses
import io
import multiprocessing
import sys
from unittest import mock

import pytest
import solution
from solution import Direction, Linked, Lookup, Pipe, Remove, Rule


class Clearing(Rule):
    consequence = Remove
    kind = int


class Own:
    def of(self, items):
        items.append("own")


class ByOwn(Rule):
    consequence = Own


def test_a_class_as_an_attribute():
    items = [1]
    Clearing().run(items)
    assert items == [] and Clearing.consequence is Remove and Clearing().kind is int
    ByOwn().run(items)
    assert items == ["own"]


def test_unary_operators_of_members():
    assert -Direction.UP is Direction.DOWN and (abs(Direction.DOWN), int(Direction.DOWN)) == (1, -1)


def test_a_union_of_its_own():
    assert list(Pipe([1]) | 2) == [1, 2]


def test_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "61")
    assert solution.columns() == "61"


def test_a_file_that_is_closed():
    file = io.BytesIO()
    solution.write(file, b"x", close=True)
    with pytest.raises(ValueError):
        file.getvalue()


def test_a_file_that_is_not():
    file = io.StringIO()
    solution.write(file, "x")
    assert not file.closed and file.getvalue() == "x"


def test_a_file_of_a_block():
    file = io.StringIO()
    solution.write_within(file)
    assert file.closed


def test_registered_classes():
    assert isinstance(Linked(), collections.abc.MutableSequence) and issubclass(Linked, collections.abc.Sequence)
    assert isinstance(Lookup(), collections.abc.Mapping)
    assert not isinstance(Linked(), collections.abc.Mapping)


def test_arguments():
    before = list(sys.argv)
    with solution.arguments("prog", "-v"):
        assert sys.argv == ["prog", "-v"]
    assert sys.argv == before


class Secret:
    def __serialize__(self):
        return {"hidden": [1, 2]}


def test_a_hook_of_the_tests():
    assert solution.serialize(Secret()) == {"hidden": [1, 2]} and solution.serialize(Own()) is None


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list)


def test_defaults_of_a_dataclass():
    assert solution.load({"x": 1}, Point) == Point(1, 0, [])
    with pytest.raises(KeyError):
        solution.load({"y": 1}, Point)


def test_a_property_of_a_mock():
    thing = mock.Mock()
    type(thing).level = mock.PropertyMock(side_effect=[1, 2])
    assert (solution.level(thing), solution.level(thing)) == (1, 2)


def same(value):
    return value


def test_through_a_pool_of_processes():
    with multiprocessing.Pool(1) as pool:
        assert pool.map(same, [solution.Amount(1), solution.Amount(2)])[1].number == 2
