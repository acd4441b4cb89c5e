"""Enumerations of the tests', as real ones here: what their members have beside name and value is the tests' affair."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from ..wire import table
from .own_classes import MODULE

if TYPE_CHECKING:
    from .space import GuestSpace


class Member:
    """What members ask the tests for."""

    _space: Any = enum.nonmember(None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self._space.link.ask("get", self, name)


def make(space: GuestSpace, name: str, doc: str | None, bases: tuple[type, ...], members: tuple[tuple[str, Any], ...],
         functions: tuple[str, ...], special: tuple[str, ...]) -> Any:
    """The stand-in for a test's enumeration. functions: names of its methods; special: of its special methods."""
    kinds = tuple(base for base in bases if not any(base is not other and issubclass(other, base) for other in bases))
    above = (Member, *sorted(kinds, key=lambda base: isinstance(base, enum.EnumMeta)))
    body = enum.EnumType.__prepare__(name, above)
    body["__module__"], body["__doc__"] = MODULE, doc
    body["_space"] = enum.nonmember(space)
    for function in dict.fromkeys(functions):
        body[function] = _method(function)
    for operation in dict.fromkeys(special):
        body[operation] = _operation(operation)
    for member_name, value in members:
        body[member_name] = enum.member(value)
    return enum.EnumType(name, above, body)


def member(space: GuestSpace, kind: Any, name: str | None, value: Any) -> Any:
    """The stand-in for a member: by its value, where it is a combination of flags."""
    return kind[name] if name in kind.__members__ else kind(value)


def is_tests(kind: type) -> bool:
    """Whether an enumeration stands for one of the tests', or is one of the library's that tests have too."""
    return issubclass(kind, Member) or table.is_enumeration(kind)


def _method(name: str) -> Any:
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        return self._space.link.ask("get", self, name)(*args, **kwargs)
    method.__name__ = method.__qualname__ = name
    return method


def _operation(name: str) -> Any:
    asked = "call" if name == "__call__" else name

    def operation(self: Any, *args: Any) -> Any:
        return self._space.link.ask(asked, self, *args)
    return operation
