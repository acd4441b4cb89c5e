"""What exceptions hold beside their arguments, read and set alike on both sides (PROTOCOL.md, "Handles", kind x)."""

from __future__ import annotations

import io
from typing import Any

from . import table
from .values import INLINE, base_of

_FIELDS: tuple[tuple[type[BaseException], str], ...] = (
    (OSError, "filename"), (OSError, "filename2"), (ImportError, "name"), (ImportError, "path"),
    (AttributeError, "name"), (NameError, "name"))
"""What built-in exceptions hold in fields of their own; it crosses as an attribute, where it is a scalar."""


def is_data(value: Any, exact: bool = False) -> bool:
    """Whether a value crosses as data by itself."""
    base = base_of(type(value))
    return type(value) in INLINE or (base is type(value) if exact else base is not None)


def attributes(error: BaseException, exact: bool = False) -> tuple[Any, ...]:
    """Names and values, alternating, of the public attributes that are data, and of fields that are scalars.

    exact: of the types themselves only, rather than of subclasses too.
    """
    found: list[Any] = []
    for name, value in list(getattr(error, "__dict__", {}).items()):
        if type(name) is str and not name.startswith("_") and is_data(value, exact):
            found += (name, value)
    for kind, name in _FIELDS:
        value = vars(kind)[name].__get__(error) if isinstance(error, kind) else None
        if value is not None and type(value) in INLINE:
            found += (name, value)
    return tuple(found)


def set_field(error: BaseException, name: str, value: Any) -> bool:
    """Set such a field; False where the exception has none of that name."""
    for kind, field in _FIELDS:
        if field == name and isinstance(error, kind):
            vars(kind)[field].__set__(error, value)
            return True
    return False


def notes(error: BaseException) -> tuple[str, ...]:
    """The notes that were added to an exception."""
    given = getattr(error, "__notes__", ())
    return tuple(note for note in given if type(note) is str) if isinstance(given, list) else ()


def chain(error: BaseException | None) -> list[BaseException]:
    """An exception, and those that led to it, each once."""
    found: dict[int, BaseException] = {}  # by id: they may compare as they like
    waiting = [error]
    while waiting:
        link = waiting.pop()
        if link is not None and id(link) not in found:
            found[id(link)] = link
            waiting += [link.__cause__, link.__context__]
    return list(found.values())


def bare(kind: type[BaseException], args: tuple[Any, ...]) -> BaseException:
    """An exception whose __init__ wants other arguments than those that it keeps: it has the arguments alone."""
    if kind.__name__ == "HTTPError" and table.position(kind) is not None:  # it asks its file for what it lacks
        make: Any = kind
        error: BaseException = make("", 0, "", {}, io.BytesIO())
    else:
        builtin: Any = next(base for base in kind.__mro__ if base.__module__ == "builtins")
        error = builtin.__new__(kind)
    error.args = args
    return error
