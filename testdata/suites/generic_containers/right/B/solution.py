from __future__ import annotations

import dataclasses
import typing

T = typing.TypeVar("T")


@dataclasses.dataclass(frozen=True)
class Box(typing.Generic[T]):
    value: T

    def map(self, f):
        return type(self)(f(self.value))


class Maybe:
    def __new__(cls, value):
        return super().__new__(Nothing if value is None else Just)

    def __init__(self, value):
        self.value = value


class Just(Maybe):
    is_nothing = False

    def bind(self, f):
        return Maybe(f(self.value))

    def or_else(self, default):
        return self.value


class Nothing(Maybe):
    is_nothing = True

    def bind(self, f):
        return self

    def or_else(self, default):
        return default


@dataclasses.dataclass
class Ok:
    value: typing.Any

    def unwrap(self):
        return self.value

    def then(self, f):
        return f(self.value)


@dataclasses.dataclass
class Err:
    error: str

    def unwrap(self):
        raise RuntimeError(self.error)

    def then(self, f):
        return Err(self.error)


def parse_int(text):
    if text.lstrip("-").isdecimal():
        return Ok(int(text))
    return Err("not a number: %r" % text)


class TypedList(list):
    def __init__(self, kind, items=()):
        self.kind = kind
        list.__init__(self, map(self.check, items))

    def check(self, item):
        if isinstance(item, self.kind):
            return item
        raise TypeError("expected {}, got {}: {!r}".format(self.kind.__name__, item.__class__.__name__, item))

    def append(self, item):
        list.append(self, self.check(item))

    def __iadd__(self, items):
        for item in items:
            self.append(item)
        return self
