"""Names of mocks, annotations, enums below enums, fields, and a test's datetime."""

# interface: objects
import dataclasses, datetime, functools, inspect, operator, typing
from unittest import mock
import pytest
import solution
from solution import Item, Category


def test_c():
    assert solution.C.A.hi() == "A" and isinstance(solution.C.A, solution.Base)


def test_s():
    assert solution.S.X.up() == "X" and solution.S("x") is solution.S.X and solution.S.X == "x"


def test_o():
    assert (
        solution.Size.S < solution.Size.L
        and solution.Size.L >= solution.Size.S
        and max(solution.Size) is solution.Size.L
    )


def test_f():
    assert (
        solution.F.ADD.value(1, 2) == 3 and solution.F.SUB(3, 1) == 2 and [f.name for f in solution.F] == ["ADD", "SUB"]
    )


def test_mock_name():
    assert solution.name_of(mock.Mock(__name__="func")) == "func"
    m = mock.Mock()
    m.__name__ = "g"
    assert solution.name_of(m) == "g" and solution.wrap(m).__name__ == "g"
    with pytest.raises(AttributeError):
        solution.name_of(mock.Mock())
    assert solution.wrap(mock.Mock(return_value=3))() == 3


def test_mock_later():
    m = mock.Mock(side_effect=[ValueError, 2])
    m.__name__ = "h"
    m.__qualname__ = "q"
    m.__doc__ = "D"
    w = solution.wrap(m)
    assert w.__name__ == "h" and w.__doc__ == "D"


class Clock:
    ...


class Repo:
    def __init__(self, clock: Clock, n: int = 3):
        self.clock = clock
        self.n = n


class Svc:
    def __init__(self, repo: Repo):
        self.repo = repo


class Bare:
    ...


def handler(clock: Clock, n: int = 3) -> int:
    return n


def test_ann():
    assert solution.ann(handler) == {"clock": Clock, "n": int, "return": int}


def test_hints():
    assert solution.hints(handler) == {"clock": Clock, "n": int, "return": int}


def test_init_hints():
    assert solution.hints(Repo.__init__) == {"clock": Clock, "n": int}


def test_sig():
    p = solution.sig(handler).parameters
    assert list(p) == ["clock", "n"] and p["clock"].annotation is Clock
    q = solution.sig(Repo).parameters
    assert list(q) == ["clock", "n"] and q["clock"].annotation is Clock
    assert list(solution.sig(Bare).parameters) == []


def test_build():
    r = solution.build(Repo, {Clock: Clock})
    assert isinstance(r, Repo) and isinstance(r.clock, Clock) and r.n == 3
    r = solution.build2(Repo, {Clock: Clock})
    assert isinstance(r.clock, Clock)


def test_hints_class():
    assert typing.get_type_hints(Item)["price"] is float and typing.get_type_hints(Item)["cat"] is Category
    assert Item.__annotations__["cat"] is Category


def test_fields():
    d = {f.name: f.default for f in dataclasses.fields(Item)}
    assert (
        d["price"] == 0.0
        and d["cat"] is Category.A
        and d["tags"] == ()
        and d["words"] == ("a", 1)
        and d["fs"] == frozenset()
        and d["name"] is dataclasses.MISSING
        and d["opt"] is None
    )
    assert {f.name: f.type for f in dataclasses.fields(Item)}["cat"] is Category
    assert dataclasses.fields(Item)[7].default_factory is list


class Fixed(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2024, 6, 1)


def test_fixed(monkeypatch):
    monkeypatch.setattr(solution, "datetime", Fixed)
    assert solution.now() == datetime.datetime(2024, 6, 1)
    assert solution.parse("2024-01-01")[0] == datetime.datetime(2024, 1, 1)
    assert solution.parse("2024-01-01")[2] == datetime.datetime(2024, 1, 2)
    assert solution.age("2024-05-31") == datetime.timedelta(days=1)
    assert solution.isdt(Fixed.now())


def test_mock_datetime():
    with mock.patch("solution.datetime") as d:
        d.now.return_value = datetime.datetime(2020, 1, 1)
        d.side_effect = lambda *a: datetime.datetime(*a)
        d.fromisoformat = datetime.datetime.fromisoformat
        assert solution.now().year == 2020 and solution.age("2019-12-31").days == 1
    with mock.patch("solution.datetime", wraps=datetime.datetime) as d:
        d.now.return_value = datetime.datetime(2020, 1, 1)
        assert solution.age("2019-12-31").days == 1


def test_rep():
    assert solution.rep(operator.itemgetter(1)) == "operator.itemgetter(1)"
