"""Docs of the module."""
import abc
import functools
import logging
import re
import typing

__all__ = ["add", "Stack"]
__version__ = "1.2"
LIMIT = 3
CONFIG = {"a": 1}
PATTERN = re.compile(r"(\w+)=(\d+)")
T = typing.TypeVar("T")


def add(a: int, b: int = 2, *, scale: float = 1.0) -> float:
    """Add them.

    >>> add(1, 1)
    2.0
    """
    return (a + b) * scale


def _private():
    return 1


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float:
        ...

    @property
    @abc.abstractmethod
    def name(self):
        ...


class Sq(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s**2

    @property
    def name(self):
        return "sq"

    def __lt__(self, o):
        return self.s < o.s

    def __eq__(self, o):
        return isinstance(o, Sq) and self.s == o.s

    def __hash__(self):
        return hash(self.s)

    def __repr__(self):
        return f"Sq({self.s})"

    def __format__(self, spec):
        return f"<{self.s:{spec}}>"


class Slot:
    __slots__ = ("x",)

    def __init__(self):
        self.x = 1


class Stack(typing.Generic[T]):
    count = 0

    def __init__(self, items=()):
        self._items = list(items)
        Stack.count += 1

    def push(self, x: T) -> None:
        self._items.append(x)

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        return self._items[i]

    @classmethod
    def of(cls, *a):
        return cls(a)

    @staticmethod
    def helper(x):
        return x + 1


@functools.singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


def memo(f):
    cache = {}

    @functools.wraps(f)
    def w(*a):
        w.calls += 1
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]

    w.calls = 0
    w.cache = cache
    return w


log = logging.getLogger(__name__)


class Temp:
    def __init__(self, c=0):
        self.c = c

    @property
    def f(self):
        return self.c * 9 / 5 + 32

    @f.setter
    def f(self, v):
        if v < -459.67:
            raise ValueError("cold")
        self.c = (v - 32) * 5 / 9
