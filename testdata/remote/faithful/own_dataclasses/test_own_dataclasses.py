"""A test's dataclasses below classes of the solution, and attributes of a test's functions."""

# interface: objects
import unittest
from dataclasses import dataclass, asdict, field
import pytest, solution
from solution import Event, Base


@dataclass
class Created(Event):
    name: str
    n: int = 0


@dataclass(frozen=True)
class Fro(Event):
    name: str


@dataclass
class Sub(Base):
    q: str = ""


@dataclass
class Impl(solution.ABCE):
    v: int

    def go(self):
        return self.v


def test_dc():
    c = Created("a")
    assert (
        c.name == "a" and c.n == 0 and c == Created("a") and c != Created("b") and repr(c) == "Created(name='a', n=0)"
    )
    assert solution.name_of(c) == "a" and solution.kinds([c, Fro("x")]) == ["Created", "Fro"]
    s = Sub(1, "q")
    assert s.a == 1 and s.q == "q" and asdict(s) == {"a": 1, "q": "q"}
    assert Impl(4).go() == 4 and Fro("z").name == "z"


def test_dataclass_in_the_solution():
    assert solution.shown(Created("a")) == "Created(name='a', n=0)"
    assert solution.equal(Created("a"), Created("a")) == (True, True)
    assert solution.equal(Created("a"), Created("b")) == (False, False)


class TestOfUnittest(unittest.TestCase):
    def test_it(self):
        self.assertEqual(Created("a"), Created("a"))


def test_init_later():
    class A(Event):
        pass

    def init(self, v):
        self.v = v

    A.__init__ = init
    assert A(3).v == 3


class A:
    @solution.mark
    def a(self):
        return 1

    def b(self):
        return 2


def test_mark():
    @solution.mark
    def f():
        pass

    assert f.marked is True and solution.collect(A()) == ["a"]
    assert A().a() == 1 and A.a.marked is True


def test_route():
    @solution.route("/x")
    def h():
        return "h"

    assert h.route == "/x" and solution.ROUTES["/x"] is h and solution.ROUTES["/x"]() == "h"


def test_tag():
    def f():
        return 1

    f.tag = 5
    assert solution.tag(f) == 5 and solution.wrap(f).tag == 5


def test_props(record_property):
    record_property("a", 1)
