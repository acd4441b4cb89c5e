from collections.abc import MutableSequence
from typing import Callable, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    def map(self, f: Callable[[T], U]) -> "Box[U]":
        return Box(f(self.value))

    def __eq__(self, other):
        return isinstance(other, Box) and self.value == other.value


class Maybe(Generic[T]):
    def __init__(self, value):
        self._value = value

    @property
    def is_nothing(self):
        return self._value is None

    def bind(self, f):
        return self if self.is_nothing else Maybe(f(self._value))

    def or_else(self, default):
        return default if self.is_nothing else self._value


class Ok(Generic[T]):
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Ok) and self.value == other.value

    def unwrap(self):
        return self.value

    def then(self, f):
        return f(self.value)


class Err(Generic[T]):
    def __init__(self, error):
        self.error = error

    def unwrap(self):
        raise RuntimeError(self.error)

    def then(self, f):
        return self


def parse_int(text):
    try:
        return Ok(int(text))
    except ValueError:
        return Err(f"not a number: {text!r}")


class TypedList(MutableSequence, Generic[T]):
    def __init__(self, kind, items=()):
        self.kind = kind
        self._items = []
        self.extend(items)

    def _check(self, item):
        if not isinstance(item, self.kind):
            raise TypeError(f"expected {self.kind.__name__}, got {type(item).__name__}: {item!r}")
        return item

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._items[index] = [self._check(v) for v in value]
        else:
            self._items[index] = self._check(value)

    def __delitem__(self, index):
        del self._items[index]

    def __len__(self):
        return len(self._items)

    def insert(self, index, value):
        self._items.insert(index, self._check(value))
