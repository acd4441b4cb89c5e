"""What stands in the body of a test's class that is made in the guest too, and how that is rebuilt there."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Any

from ..wire.values import EXACT
from .handles import Handle

__tracebackhide__ = True  # pytest: no frame of this module is the test's


Item = tuple[str, str, Any]  # a name, the sort of descriptor, the functions or the value in it


class Body(dict[str, Any]):
    """The namespace of a class statement; keeps each assignment, as a metaclass of the candidate's may look at all."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[tuple[str, Any]] = []

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        self.written.append((name, value))

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        self.written = [item for item in self.written if item[0] != name]

    def items_written(self) -> tuple[Item, ...]:
        """For a class that is the candidate's affair: what the statement sets, but for what every class has."""
        return tuple((name, *carried(value)) for name, value in self.written
                     if name not in ("__module__", "__qualname__", "__classcell__"))


def body_of(kind: type, body: dict[str, Any] | None = None) -> tuple[Item, ...]:
    """What a test's class and its bases of the tests' have. body: of its own statement, where there is one."""
    items: dict[str, Item] = {}
    mro = type.mro(kind)
    theirs = {above for base in mro if base is not kind and hasattr(base, "_pygrader") for above in type.mro(base)}
    for base in reversed(mro):
        # What the candidate's classes are below, they have by themselves.
        if base is not kind and base not in theirs and base.__module__ not in ("builtins", "abc"):
            items.update(_carried(vars(base).items()))
    own = body.written if isinstance(body, Body) else vars(kind).items()
    return (*items.values(), *(item for _, item in _carried(own)))


def _carried(given: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Item]]:
    return ((name, (name, *carried(value))) for name, value in given if _is_carried(name, value))


def carried(value: Any) -> tuple[str, Any]:
    """How what stands in a class body is rebuilt: the sort of descriptor, and the functions or the value in it."""
    if isinstance(value, staticmethod):
        return "static", value.__func__
    if isinstance(value, classmethod):
        return "class", value.__func__
    if isinstance(value, property):
        return "property", (value.fget, value.fset, value.fdel)
    return "", value


def _is_carried(name: str, value: Any) -> bool:
    if name in ("__slots__", "__module__", "__qualname__", "__classcell__", "__dict__", "__weakref__", "__doc__") \
            or name == "__test__" or name.startswith(("_abc_", "_pygrader", "__abstract")):
        return False
    return (isinstance(value, (types.FunctionType, staticmethod, classmethod, property, Handle))
            or type(value) in EXACT or value is None or hasattr(type(value), "_pygrader") or name == "__annotations__"
            or isinstance(value, type) and name != "__class__")
