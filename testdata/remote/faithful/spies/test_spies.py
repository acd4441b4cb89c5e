"""Spies on methods that call the original, and what is callable."""

# interface: objects
import types, dataclasses, collections
from unittest import mock
import pytest, solution
from solution import Cell, Tree


def test_spy(monkeypatch):
    calls, original = [], Cell.compute

    def spy(self, *a):
        calls.append(self.n)
        return original(self, *a)

    monkeypatch.setattr(Cell, "compute", spy)
    assert Cell(3).compute() == 3 and calls == [3]
    assert solution.run(Cell(4)) == 4 and Cell(5).val == 6 and calls == [3, 4, 5]
    assert Tree(2).compute() == 4 and calls[-1] == 2


def test_after():
    assert Cell(1).compute() == 1


def test_autospec():
    with mock.patch.object(Cell, "compute", autospec=True, side_effect=Cell.compute) as m:
        c = Cell(3)
        assert c.compute() == 3
        m.assert_called_once_with(c)
        assert solution.run(c) == 3 and m.call_count == 2
    assert Cell(1).compute() == 1


def test_init(monkeypatch):
    seen, original = [], Cell.__init__

    def init(self, n):
        seen.append(n)
        original(self, n)

    monkeypatch.setattr(Cell, "__init__", init)
    assert solution.build(5).n == 5 and seen == [5]
    assert Cell(6).n == 6 and Cell.make(7).n == 7 and seen == [5, 6, 7]


def test_init_after():
    assert Cell(6).n == 6


def test_init_mock():
    with mock.patch.object(Cell, "__init__", return_value=None) as m:
        c = solution.build(3)
        m.assert_called_once_with(3)
        assert not hasattr(c, "n")
    assert solution.build(3).n == 3


class Plain:
    ...


@dataclasses.dataclass
class D:
    x: int = 1


class Callable_:
    def __call__(self):
        return 1


def test_callable():
    assert solution.is_callable(Plain()) is False and solution.is_callable(D()) is False
    assert solution.is_callable(types.SimpleNamespace(a=1)) is False and solution.is_callable(object()) is False
    assert (
        solution.is_callable(Plain) is True
        and solution.is_callable(Callable_()) is True
        and solution.is_callable(mock.Mock()) is True
        and solution.is_callable(lambda: 1)
    )
    assert not solution.is_callable(collections.namedtuple("N", "a")(1)) and not solution.is_callable(
        mock.NonCallableMock()
    )


def test_unbound():
    assert Cell.compute(Cell(2)) == 2 and Cell.compute(Tree(2)) == 2
