import abc, typing, dataclasses, types, argparse

T = typing.TypeVar("T")


class Plain:
    pass


class Sub(Plain):
    pass


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Stack(typing.Generic[T]):
    def __init__(self):
        self.items = []

    def push(self, x: T):
        self.items.append(x)
        return self

    def pop(self) -> T:
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)


class Reg:
    def __class_getitem__(cls, k):
        return f"reg {k}"


@dataclasses.dataclass
class DC:
    a: list = dataclasses.field(default_factory=list, metadata={"doc": "d"})
    n: "DC | None" = None


class MyErr(ValueError):
    pass


class D(dict):
    pass


def getvars(o):
    return vars(o)


def isns(o):
    return isinstance(o, types.SimpleNamespace), isinstance(o, argparse.Namespace)


def tags(e):
    return [c.tag for c in e], e.find("b").text, e.get("k")


def run(ns):
    return ns.x + 1, getattr(ns, "y", 0), "x" in vars(ns)


def cfg(c):
    return c.getint("s", "k"), c["s"]["k"], c.sections()


def parse(p):
    return p.parse_args(["--n", "3"]).n


class Refused(Exception):
    status = 403
    known = []

    def __init__(self, message, status=None):
        super().__init__(message)
        self.code = self.status if status is None else status

    @classmethod
    def of(cls, code):
        return cls(f"code {code}", code)


class Field:
    def __set_name__(self, owner, name):
        self.name = name
        if "fields" not in vars(owner):
            owner.fields = {}
        owner.fields[name] = self


class Record:
    def __init_subclass__(cls):
        cls.table = cls.__name__.lower()


class Vector(typing.NamedTuple):
    x: int
    y: int

    def __mul__(self, number):
        return Vector(self.x * number, self.y * number)

    __rmul__ = __mul__


def as_property(function):
    return property(function)
