"""Enumerations of the tests' own: the guest makes real ones of them, whose members stand for the tests'. Of those of
the library it has the members itself."""

from __future__ import annotations

import enum
import types
from typing import Any

from ..wire import operations, table
from ..wire.values import Malformed, Parts
from .openness import is_tests

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_BASES = frozenset((enum.Enum, enum.IntEnum, enum.StrEnum, enum.Flag, enum.IntFlag, int, str, float, enum.ReprEnum))
_SPECIAL = frozenset(operations.ALL) | {"__call__", "__str__", "__format__"}


def is_told(kind: type) -> bool:
    """Whether an enumeration is the library's, or the tests' own of values that need no code of theirs to be made."""
    if not isinstance(kind, enum.EnumMeta) or not kind.__members__:
        return False
    return table.is_enumeration(kind) or is_tests(kind) and all(
        base in _BASES or base is object or isinstance(base, enum.EnumMeta) and is_tests(base)
        and "__new_member__" not in vars(base) for base in kind.__mro__)


def describe(kind: Any) -> Parts:
    """Name, doc, bases in the table, members (name, value, …), names of functions and properties, special methods."""
    theirs = [base for base in kind.__mro__ if is_tests(base)]
    return [kind.__name__, kind.__doc__ if type(kind.__doc__) is str else None,
            tuple(base for base in kind.__mro__ if base in _BASES and table.position(base) is not None),
            tuple((name, member._value_) for name, member in kind.__members__.items()),
            tuple(name for base in theirs for name, value in vars(base).items()
                  if isinstance(value, types.FunctionType) and not name.startswith("_")),
            tuple(name for base in theirs for name in vars(base)
                  if name in _SPECIAL and isinstance(vars(base)[name], types.FunctionType))]


def member(kind: Any, name: Any, value: Any) -> Any:
    """The member that the guest means. Malformed where there is none."""
    if not isinstance(kind, enum.EnumMeta):
        raise Malformed("member of a test's enumeration")
    if type(name) is str and name in kind.__members__:
        return kind.__members__[name]
    if type(value) is int and issubclass(kind, enum.Flag):
        try:
            return kind(value)
        except ValueError:
            pass
    raise Malformed("member of a test's enumeration")
