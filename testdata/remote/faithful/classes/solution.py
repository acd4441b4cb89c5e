import collections, datetime, decimal, fractions
import contextlib
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto, Flag
from abc import ABC, abstractmethod
import functools, inspect
from typing import Generic, TypeVar, NamedTuple

class Account:
    """An account."""
    count = 0
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account.count += 1
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("negative")
        self._balance = v
    def deposit(self, amount):
        """Put money in."""
        if amount <= 0: raise ValueError("bad")
        self._balance += amount
        return self
    @classmethod
    def empty(cls, owner): return cls(owner)
    @staticmethod
    def fee(): return 3
    def __repr__(self): return f"Account({self.owner!r}, {self._balance})"
    def __eq__(self, o):
        if not isinstance(o, Account): return NotImplemented
        return self._balance == o._balance
    def __hash__(self): return hash(self._balance)
    def __lt__(self, o): return self._balance < o._balance
    def __add__(self, o): return Account(self.owner, self._balance + (o._balance if isinstance(o, Account) else o))
    __radd__ = __add__
    def __len__(self): return self._balance
    def __iter__(self): return iter([self.owner, self._balance])
    def __contains__(self, x): return x == self.owner
    def __getitem__(self, i): return [self.owner, self._balance][i]
    def __enter__(self): return self
    def __exit__(self, *a): self._balance = 0
    def __call__(self, x): return x * 2

class Savings(Account):
    rate = 0.1
    def interest(self): return self.balance * self.rate

@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

@dataclass(frozen=True, order=True)
class Frozen:
    a: int

class Color(Enum):
    RED = 1
    GREEN = 2
    def describe(self): return self.name.lower()
    @property
    def hot(self): return self is Color.RED

class Level(IntEnum):
    LOW = 1
    HIGH = 2
class Perm(Flag):
    R = 1
    W = 2

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def double(self): return 2 * self.area()
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2

class Pair(NamedTuple):
    a: int
    b: int = 2
    def total(self): return self.a + self.b

class Stack(list):
    def push(self, x): self.append(x)
    @property
    def top(self): return self[-1]

class DotDict(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
    def __missing__(self, k): return 0

class Money(int):
    def __str__(self): return f"${int(self)}"

T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v

class BankError(Exception):
    def __init__(self, msg, account=None):
        super().__init__(msg); self.account = account
    def explain(self): return "because " + str(self)

def fail(): raise BankError("no", Account("x", 1))
def counted(f):
    @functools.wraps(f)
    def w(*a):
        w.calls += 1
        return f(*a)
    w.calls = 0
    return w
@counted
def inc(x): return x + 1
@functools.lru_cache
def sq(x): return x * x
class Node:
    def __init__(self, v): self.v=v; self.next=None
def groups(): return {Account("a", 1): "one", Account("b", 2): "two"}
class Meta(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class Single(metaclass=Meta):
    def __init__(self): self.n = 0
class Ok:
    def __init__(self, value):
        self.value = value
    def then(self, function):
        made = Ok(self.value)
        function(made)
        return made


class Careless:
    """Compares without a look at the class of the other side."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number


class Loose:
    """Equals whatever has the same text, and keeps what it was compared with."""

    seen = []

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        self.seen.append(other)
        return self.text == str(other)


class Tag(contextlib.ContextDecorator):
    def __init__(self, name):
        self.name = name
        self.seen = []

    def __enter__(self):
        self.seen.append(f"<{self.name}>")
        return self

    def __exit__(self, *_):
        self.seen.append(f"</{self.name}>")


@contextlib.contextmanager
def tag(seen):
    seen.append("in")
    yield
    seen.append("out")


class Radius:
    LABEL = "the radius"

    @property
    def value(self):
        """Of a circle."""
        return 1

    def label(self):
        return self.LABEL


def is_account(obj):
    return isinstance(obj, Account)


def balance_of(account):
    return account.deposit(5)


class Ring(list):
    def __len__(self):
        return list.__len__(self)


def total(ring, function):
    return sum(function(number) for number in ring)


class Pile(list):
    def push(self, item):
        self.append(item)
        return self


class Vector(tuple):
    def __add__(self, other):
        return Vector(a + b for a, b in zip(self, other))

    def __mul__(self, factor):
        if isinstance(factor, str):
            raise TypeError("no factor")
        return Vector(factor * a for a in self)


class Day(datetime.date):
    def next(self):
        return self + 1

    def __add__(self, days):
        return Day.fromordinal(self.toordinal() + days)

    @property
    def quarter(self):
        return (self.month + 2) // 3


class Ratio(fractions.Fraction):
    def mixed(self):
        return divmod(self.numerator, self.denominator)


class Cents(decimal.Decimal):
    def whole(self):
        return int(self * 100)


class Shout(collections.UserString):
    def louder(self):
        return Shout(self.data.upper() + "!")


class Scores(collections.UserList):
    def best(self):
        return max(self.data)


class Quit(BaseException):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class QuitLoudly(Quit):
    pass


def quit_with(code):
    raise QuitLoudly(code)


class Named:
    def named(self):
        return f"{type(self).__name__} {self.x}"


class Place(NamedTuple("Spot", [("x", int), ("y", int)]), Named):
    pass


class Count(Named, int):
    x = 5


class Picky:
    def __lt__(self, other):
        return NotImplemented

    def __add__(self, other):
        return NotImplemented


class Shown:
    def show(self):
        return "shown"

    def text(self):
        return self.show() if self.show else "nothing"


def start_of(part):
    return part.start, slice(part.start, "z")


NOTHING = object()


class Once(dict):
    def __setitem__(self, name, value):
        if name in self and not name.startswith("__"):
            raise TypeError(f"{name} is defined twice")
        super().__setitem__(name, value)


class Strict(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return Once()

    def __new__(mcs, name, bases, body, tag=None):
        made = super().__new__(mcs, name, bases, dict(body))
        made.tag = tag
        return made


class Strictly(metaclass=Strict):
    pass


class Plugin:
    known = {}

    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.known[key] = cls


class Handle:
    def __init__(self, log):
        self.log = log

    def __del__(self):
        self.log.append("gone")
        print("gone")


class Mismatch(Exception):
    def __repr__(self):
        return f"Mismatch({self.args[0]!r}, {self.args[1].__name__})"


class Documented:
    """Of all."""

    def __init__(self, doc):
        self.__doc__ = doc


def hinted(a: int, b: "list[str]" = ()) -> "Documented":
    return a


class Hinted:
    def area(self, scale: int = 1) -> float:
        return 1.0 * scale

    def itself(self) -> "Hinted":
        return self


@functools.singledispatch
def say(thing):
    return "anything"


class Described:
    __signature__ = inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY)])

    def __init__(self, **given):
        self.given = given
