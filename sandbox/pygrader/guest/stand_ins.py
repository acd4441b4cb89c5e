"""What the solution sees of what tests passed in (REMOTE.md, "What tests pass in").

Functions are real functions with name, doc and signature; a test's objects offer the protocols that their class has.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import io
import keyword
import operator
import re
import types
from typing import TYPE_CHECKING, Any

from ..wire import exceptions, generics
from ..wire.loops import KINDS
from ..wire.values import Parts
from . import own_classes, own_enums
from .own_classes import DEFAULT, MODULE, TestIterator

if TYPE_CHECKING:
    from .space import GuestSpace


def make(space: GuestSpace, handle: int, kind: str, parts: Parts) -> Any:
    """The stand-in for a test's object of one kind."""
    if kind in KINDS:
        return space.loops.proxy(handle, kind, parts)
    return _MAKERS[kind](space, *parts)


def _function(space: GuestSpace, name: str, doc: str | None, parameters: Any, asynchronous: bool,
              annotations: tuple[Any, ...] = (), attributes: tuple[Any, ...] = ()) -> Any:
    function: Any = None

    def invoke(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return space.link.ask("call", function, *args, *kwargs.values(), names=tuple(kwargs))
    source = _source(parameters, asynchronous) if parameters is not None else None
    if source is None and asynchronous:
        async def plain_async(*args: Any, **kwargs: Any) -> Any:
            return await invoke(args, kwargs)
        function = plain_async
    elif source is None:
        def plain(*args: Any, **kwargs: Any) -> Any:
            return invoke(args, kwargs)
        function = plain
    else:
        scope: dict[str, Any] = {"_invoke": invoke, "_default": DEFAULT, "_given": _given}
        exec(source, scope)  # names of parameters that a test's function has
        function = scope["function"]
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    function.__module__ = MODULE
    function.__annotations__ = dict(zip(annotations[::2], annotations[1::2]))
    function.__dict__.update(zip(attributes[::2], attributes[1::2]))
    space.functions.append((function, dict(function.__dict__)))
    return function


def _source(parameters: Any, asynchronous: bool) -> str | None:
    """A def with the parameters of the test's function, so that arity is checked here as it is there."""
    heads: list[str] = []
    positional: list[tuple[str, int]] = []
    keywords: list[tuple[str, int]] = []
    star, rest = "()", "{}"
    previous = None
    for name, kind, optional in parameters:
        if not name.isidentifier() or keyword.iskeyword(name):
            return None
        text = f"{name}=_default" if optional else name
        if previous == 0 and kind > 0:
            heads.append("/")
        if kind == 3 and star == "()" and "*" not in heads:
            heads.append("*")
        if kind == 2:
            heads.append(f"*{name}")
            star = name
        elif kind == 4:
            heads.append(f"**{name}")
            rest = name
        else:
            heads.append(text)
            (keywords if kind == 3 else positional).append((name, kind))
        previous = kind
    if previous == 0:
        heads.append("/")
    pairs = ", ".join(f"({name!r}, {name}, {kind})" for name, kind in positional + keywords)
    define, give = ("async def", "return await") if asynchronous else ("def", "return")
    return (f"{define} function({', '.join(heads)}):\n"
            f"    {give} _invoke(*_given(({pairs}{',' if pairs else ''}), {star}, {rest}))\n")


def _given(values: Any, star: tuple[Any, ...], rest: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments of a call without those that were left to their defaults."""
    args: list[Any] = []
    kwargs: dict[str, Any] = {}
    skipped = False
    for name, value, kind in values:
        if value is DEFAULT:
            skipped = True
        elif kind == 3 or skipped:
            kwargs[name] = value
        else:
            args.append(value)
    return (*args, *star), {**kwargs, **rest}


def _named_tuple(space: GuestSpace, name: str, fields: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    kind = space.mirrored.get(key := hash((name, fields)))
    if kind is None:
        kind = space.mirrored[key] = collections.namedtuple(name, fields)
    return kind(*values)


class _File:
    """What both kinds of files have: requests, and a local buffer to read through."""

    def __init__(self, space: GuestSpace, readable: bool, writable: bool, seekable: bool, own: bool,
                 name: str | None) -> None:
        self._space = space
        self._can = (readable, writable, seekable)
        self._own = own  # of a class of the tests': each call goes to it as it is
        self._buffer: Any = None
        if name is not None:
            self.name = name

    def _ask(self, method: str, *args: Any) -> Any:
        return self._space.link.ask("file", self, method, *args)

    def readable(self) -> bool:
        """Whether it can be read."""
        return self._can[0]

    def writable(self) -> bool:
        """Whether it can be written."""
        return self._can[1]

    def seekable(self) -> bool:
        """Whether it has a position to set."""
        return self._can[2]

    def _fill(self) -> bool:
        block = self._ask("read", 1 << 16)
        self._buffer = self._buffer + block if self._buffer else block
        return bool(block)

    def read(self, size: int | None = -1) -> Any:
        """Read size characters or bytes, all for a negative number."""
        if self._own:
            return self._ask("read", -1 if size is None else size)
        whole = size is None or size < 0
        while (whole or self._buffer is None or len(self._buffer) < (size or 0)) and self._fill():
            pass
        cut = len(self._buffer) if whole else size
        data, self._buffer = self._buffer[:cut], self._buffer[cut:]
        return data

    def readline(self, size: int | None = -1) -> Any:
        """Read up to and with the next line's end."""
        if self._own:
            return self._ask("readline", -1 if size is None else size)
        while True:
            end = -1 if self._buffer is None else self._buffer.find(self._newline)
            if end >= 0 or not self._fill():
                break
        return self.read(end + 1 if end >= 0 else len(self._buffer))

    _newline: Any

    def write(self, data: Any) -> Any:
        """Write data at once."""
        return self._ask("write", data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Set the position."""
        if whence == 1 and self._buffer:
            offset -= len(self._buffer)
        self._buffer = None
        return int(self._ask("seek", offset, whence))

    def tell(self) -> int:
        """The position, what lies in the local buffer not yet read."""
        return int(self._ask("tell")) - len(self._buffer or ())

    def flush(self) -> None:
        """Flush the test's file."""
        if not self.closed:
            self._ask("flush")

    def close(self) -> None:
        """Close the test's file too: the solution has asked for that."""
        if not self.closed:
            super().close()  # type: ignore[misc]  # io.IOBase's
            self._ask("close")

    def __del__(self) -> None:
        """Nothing but what every file does that nobody holds any more: the test's stays open."""
        io.IOBase.close(self)  # type: ignore[arg-type]

    closed: bool


class TextFile(_File, io.TextIOBase):
    """A test's text file."""

    _newline = "\n"


class BinaryFile(_File, io.BufferedIOBase):
    """A test's binary file."""

    _newline = b"\n"


def _file(space: GuestSpace, text: bool, *given: Any) -> Any:
    return (TextFile if text else BinaryFile)(space, *given)


def _exception_class(space: GuestSpace, name: str, bases: tuple[type, ...], held: tuple[Any, ...] = ()) -> Any:
    body = {**dict(zip(held[::2], held[1::2])), "__module__": MODULE}
    try:
        return type(name, bases, body)
    except TypeError:
        return type(name, (Exception,), body)


def _exception(space: GuestSpace, kind: type[BaseException], args: tuple[Any, ...], attributes: tuple[Any, ...],
               notes: tuple[str, ...], cause: BaseException | None) -> BaseException:
    try:
        error = kind(*args)
    except Exception:
        error = exceptions.bare(kind, args)
    for name, value in zip(attributes[::2], attributes[1::2]):
        if not exceptions.set_field(error, name, value):
            error.__dict__[name] = value
    for note in notes:
        error.add_note(note)
    if cause is not None:
        error.__cause__ = cause
    space.raised[id(error)] = state(error)
    return error


def state(error: BaseException) -> tuple[Any, ...]:
    """What the solution may change of a test's exception, as the judge takes it."""
    data = tuple(arg for arg in error.args if exceptions.is_data(arg))
    return data, exceptions.attributes(error), exceptions.notes(error), error.__cause__, error.__context__


def tell_attributes(space: GuestSpace) -> None:
    """What the solution has hung on the tests' functions that came with this request."""
    while space.functions:
        function, known = space.functions.pop()
        for name, value in function.__dict__.items():
            if known.get(name, space) is not value and not name.startswith("_") and id(function) in space.proxy_ids:
                with contextlib.suppress(AttributeError):  # a name of pytest's
                    space.link.ask("attribute", function, name, value)


def tell_changes(space: GuestSpace, error: BaseException) -> None:
    """Before an exception crosses: what the solution has done to the tests' own among those that led to it."""
    for link in exceptions.chain(error):
        if id(link) in space.raised and id(link) in space.proxy_ids and space.raised[id(link)] != (now := state(link)):
            space.raised[id(link)] = now
            space.link.ask("mark", link, *now)


def _made(space: GuestSpace, kind: Any, value: Any) -> Any:
    """What the candidate's class makes of a value: a combination of flags."""
    return kind(value)


@functools.cache
def _trace_of_tests() -> types.TracebackType:
    """Stands for the traceback of an exception that tests raised: somewhere in them."""
    scope: dict[str, Any] = {}
    exec(compile("import sys; frame = sys._getframe()", MODULE, "exec"), scope)
    return types.TracebackType(None, scope["frame"], 0, 1)


@functools.cache
def _records() -> Any:
    import logging  # takes 10 ms

    class LogRecord(logging.LogRecord):
        """One whose exception has the traceback that it has here: the tests' stays with them."""

        @property
        def exc_info(self) -> Any:
            """As any record's."""
            held = self.__dict__["exc_info"]
            if not isinstance(held, tuple) or not isinstance(held[1], BaseException):
                return held
            return held[0], held[1], held[1].__traceback__ or _trace_of_tests()

        @exc_info.setter
        def exc_info(self, value: Any) -> None:
            self.__dict__["exc_info"] = value
    return LogRecord


def _log_record(space: GuestSpace, held: dict[str, Any]) -> Any:
    """A copy of a test's record of a log."""
    kind = _records()
    record = kind.__new__(kind)
    record.__dict__ = held
    return record


_MAKERS: dict[str, Any] = {
    "log record": _log_record, "date class": own_classes.make_date_class,
    "enum": own_enums.make, "member": own_enums.member, "pattern": lambda _, text, flags: re.compile(text, flags),
    "getter": lambda _, name, *args: getattr(operator, name)(*args),
    "made": _made, "bound": lambda _, target, function: types.MethodType(function, target),
    "descriptor": lambda _, sort, value: own_classes.rebuilt(sort, value),
    "function of": lambda space, owner, name: space.original(owner, name),
    "method of": lambda _, target, name: getattr(target, name),
    "function": _function, "class": own_classes.make_class, "iterator": TestIterator,
    "object": own_classes.make_object, "loose": own_classes.make_loose,
    "generic": lambda _, *parts: generics.build(*parts),
    "named tuple": _named_tuple, "file": _file, "X": _exception_class, "x": _exception,
}
