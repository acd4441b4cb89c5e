import dataclasses, functools, abc


class Event:
    def kind(self):
        return type(self).__name__


class ABCE(abc.ABC):
    @abc.abstractmethod
    def go(self):
        ...


@dataclasses.dataclass
class Base:
    a: int = 0


def name_of(e):
    return e.name


def mark(f):
    f.marked = True
    return f


def route(p):
    def d(f):
        f.route = p
        ROUTES[p] = f
        return f

    return d


ROUTES = {}


def collect(o):
    return [n for n in dir(o) if getattr(getattr(o, n), "marked", False)]


def tag(f):
    return f.tag


def wrap(f):
    @functools.wraps(f)
    def w(*a):
        return f(*a)

    return w


def kinds(es):
    return [e.kind() for e in es]


def shown(value):
    return repr(value)


def equal(a, b):
    return a == b, a in [b]
