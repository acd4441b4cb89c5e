import enum, functools, dataclasses, typing


class Base(enum.Enum):
    def hi(self):
        return self.name


class C(Base):
    A = 1


class SBase(str, enum.Enum):
    def up(self):
        return self.value.upper()


class S(SBase):
    X = "x"


@functools.total_ordering
class Ordered(enum.Enum):
    def __lt__(self, o):
        if self.__class__ is o.__class__:
            return self.value < o.value
        return NotImplemented


class Size(Ordered):
    S = 1
    L = 2


class F(enum.Enum):
    ADD = enum.member(lambda a, b: a + b)
    SUB = enum.member(lambda a, b: a - b)

    def __call__(self, *a):
        return self.value(*a)


class Category(enum.Enum):
    A = "a"


@dataclasses.dataclass
class Item:
    name: str
    price: float = 0.0
    cat: Category = Category.A
    tags: tuple = ()
    words: tuple = ("a", 1)
    fs: frozenset = frozenset()
    opt: typing.Optional[int] = None
    l: list[int] = dataclasses.field(default_factory=list)


def name_of(f):
    return f.__name__


def rep(f):
    return repr(f)


def wrap(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return f(*a, **k)

    return inner


def ann(f):
    return dict(f.__annotations__)


def hints(f):
    return typing.get_type_hints(f)


import inspect


def sig(f):
    return inspect.signature(f)


def build(cls, registry):
    kw = {}
    for n, p in inspect.signature(cls).parameters.items():
        if p.annotation in registry:
            kw[n] = registry[p.annotation]()
        elif p.default is not p.empty:
            kw[n] = p.default
    return cls(**kw)


def build2(cls, registry):
    kw = {n: registry[t]() for n, t in typing.get_type_hints(cls.__init__).items() if t in registry}
    return cls(**kw)


from datetime import datetime


def now():
    return datetime.now()


def parse(t):
    return datetime.fromisoformat(t), datetime.strptime("2024", "%Y"), datetime(2024, 1, 2), datetime.min


def isdt(x):
    return isinstance(x, datetime)


def age(t):
    return datetime.now() - datetime.fromisoformat(t)
