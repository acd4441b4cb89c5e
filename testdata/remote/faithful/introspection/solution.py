"""Docs of the module."""
import abc, argparse, collections, contextlib, dataclasses, enum, functools, json, logging, re, sqlite3, threading, time, typing, itertools, os, random, asyncio, pickle

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


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (Sq, set)):
            return sorted(o) if isinstance(o, set) else {"s": o.s}
        return super().default(o)


def encode(o):
    return {"s": o.s} if isinstance(o, Sq) else str(o)


def hook(d):
    return Sq(d["s"]) if "s" in d else d


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


def parser():
    p = argparse.ArgumentParser(prog="tool")
    p.add_argument("n", type=int)
    p.add_argument("--v", action="store_true")
    return p


def connect():
    c = sqlite3.connect(":memory:")
    c.row_factory = sqlite3.Row
    c.execute("create table t(a, b)")
    c.execute("insert into t values (1, 'x')")
    return c


def loop_forever():
    while True:
        time.sleep(0.01)


def spin():
    while True:
        pass


class Plugin:
    registry = {}

    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, o, t=None):
        return self if o is None else o.__dict__.get(self.name)

    def __set__(self, o, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        o.__dict__[self.name] = v


class Single(type):
    _i = {}

    def __call__(cls, *a, **k):
        if cls not in cls._i:
            cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]


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


@dataclasses.dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False)


class Col(enum.Enum):
    RED = 1
    BLUE = 2


class Fl(enum.Flag):
    R = enum.auto()
    W = enum.auto()


class NT(typing.NamedTuple):
    a: int
    b: str = "q"


class Pth(os.PathLike):
    def __init__(self, p):
        self.p = str(p)

    def __fspath__(self):
        return self.p


class Err(Exception):
    def __init__(self, msg, code=5):
        super().__init__(msg)
        self.code = code


def fail():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise Err("bad") from e


def call(f, *a):
    return f(*a)


def work(n):
    return n * n


log = logging.getLogger(__name__)


def logs():
    log.warning("hey %s", 1)


def roll():
    return random.randint(1, 100)


async def aw(x):
    await asyncio.sleep(0)
    return x * 2


class Dyn:
    def __getattr__(self, n):
        if n.startswith("get_"):
            return lambda: n[4:]
        raise AttributeError(n)


class MyDict(dict):
    def __missing__(self, k):
        return k * 2


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
