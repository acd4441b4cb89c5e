"""What the solution asks of tests' classes, files and surroundings."""
import collections.abc
import contextlib
import dataclasses
import enum
import os
import sys


class Remove:
    def of(self, items):
        items.clear()


class Rule:
    consequence = None
    kind = str

    def run(self, items):
        self.consequence().of(items)


class Direction(enum.Enum):
    UP = 1
    DOWN = -1

    def __neg__(self):
        return Direction(-self.value)

    def __abs__(self):
        return abs(self.value)

    def __int__(self):
        return self.value


class Pipe(tuple):
    def __or__(self, other):
        return Pipe([*self, other])


def columns():
    return os.environ.get("COLUMNS", "none")


def write(file, text, close=False):
    file.write(text)
    if close:
        file.close()


def write_within(file):
    with file:
        file.write("x")


class Linked:
    def __len__(self):
        return 0

    def __getitem__(self, index):
        raise IndexError


collections.abc.MutableSequence.register(Linked)


@collections.abc.Mapping.register
class Lookup:
    pass


@contextlib.contextmanager
def arguments(*words):
    before = sys.argv
    sys.argv = list(words)
    try:
        yield
    finally:
        sys.argv = before


def serialize(value):
    return value.__serialize__() if hasattr(value, "__serialize__") else None


def load(data, kind):
    given = {}
    for field in dataclasses.fields(kind):
        if field.name in data:
            given[field.name] = data[field.name]
        elif field.default is field.default_factory is dataclasses.MISSING:
            raise KeyError(field.name)
    return kind(**given)


def level(thing):
    return thing.level


class Amount:
    def __init__(self, number):
        self.number = number
