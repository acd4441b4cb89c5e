"""Exceptions across the border, seen from the judge (REMOTE.md, "Exceptions").

The candidate's classes become real local classes under their claimed built-in bases, below Exception. Attributes hold
data only. What steers a test runner does not come in; the text of a test's assertion does not go out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import _pytest.outcomes

from ..wire import exceptions as wire
from ..wire import table
from ..wire.values import BASES, INLINE, Malformed, Parts
from . import classes, texts
from .handles import Handle

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_DATA = INLINE | set(BASES) | {type(...), type(NotImplemented), type}
_STEERING = (KeyboardInterrupt, GeneratorExit, _pytest.outcomes.OutcomeException)
_SILENT = (AssertionError, _pytest.outcomes.OutcomeException)
_MAX_FIELD = 1 << 20  # a line, a column or an offset in an exception's special fields


class ErrorMeta(type):
    """The metaclass of the candidate's exception classes, with the interface `objects`, and of tests' below them."""

    _pygrader: Remote

    def __getattr__(cls, name: str) -> Any:
        theirs = next((base for base in cls.__mro__ if id(base) in cls._pygrader.space.proxy_ids), None)
        if name.startswith("_") or theirs is None:
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return _granted(cls._pygrader, theirs, theirs, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith("_") or id(cls) not in cls._pygrader.space.proxy_ids:
            type.__setattr__(cls, name, value)
        else:
            cls._pygrader.require(cls, name)
            cls._pygrader.ask("set", cls, name, value)

    def __delattr__(cls, name: str) -> None:
        if name.startswith("_") or id(cls) not in cls._pygrader.space.proxy_ids:
            type.__delattr__(cls, name)
        else:
            cls._pygrader.ask("delete", cls, name)


def build_class(remote: Remote, handle: int, parts: Parts) -> type[Exception]:
    """A local class for the candidate's exception class."""
    name, module, qualname, doc, bases = parts
    if type(bases) is not tuple or any(type(text) is not str for text in (name, module, qualname)):
        raise Malformed("description of an exception class")
    if any(not (isinstance(base, type) and issubclass(base, BaseException)) for base in bases):
        raise Malformed("bases of an exception class")
    local = tuple(base for base in bases if issubclass(base, Exception) or remote.surface is not None and (
        base in (BaseException, SystemExit) or hasattr(base, "_pygrader")))
    if not local or (module, name) == ("unittest.case", "SkipTest"):
        raise remote.refusal(f"the solution raised or gave {name}, which steers the program that runs it or is no "
                             "Exception: derive it from Exception")
    body: dict[str, Any] = {
        "__module__": texts.module(module), "__qualname__": qualname, "__doc__": doc if type(doc) is str else None,
        "__new__": _construct, "__init__": _ignore, "__str__": _text, "_pygrader": remote}
    kind = type
    if remote.surface is not None:
        body |= {"__getattr__": _ask, "__repr__": _shown}
        kind = ErrorMeta
    try:
        return kind(name, local, body)
    except TypeError:  # bases whose layouts conflict, or in no order
        return kind(name, (Exception,), body)


def _ask(self: Any, name: str) -> Any:
    """With the interface `objects`: what the exception has beside data."""
    asked = not name.startswith(("__", "_pygrader")) and classes.asks_for(name)
    if not asked or id(self) not in self._pygrader.space.proxy_ids:
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
    return _granted(self._pygrader, type(self), self, name)


def _granted(remote: Remote, kind: type, target: Any, name: str) -> Any:
    value = remote.ask("get", target, name)
    if type(value) not in _DATA:  # data is what every exception of the candidate's may carry
        remote.require(kind, name)
    return value


def _shown(self: Any) -> str:
    """What repr() of the exception gives in the solution's process, if a test wants to know."""
    remote = self._pygrader
    if id(self) in remote.space.proxy_ids and remote.usable() and not classes.is_watched():
        shown = remote.ask("__repr__", self)
        if type(shown) is str:
            return shown
    return BaseException.__repr__(self)


def _construct(cls: Any, /, *args: Any, **kwargs: Any) -> Any:
    """Construct the candidate's exception in the guest, where its __init__ is; a test's subclass is its own."""
    remote = cls._pygrader
    if id(cls) not in remote.space.proxy_ids:
        return BaseException.__new__(cls, *args)
    made = remote.ask("call", cls, *args, *kwargs.values(), names=tuple(kwargs))
    if type(made) is not cls:
        raise remote.refusal(f"{cls.__name__}(…) gave something else")
    return made


def _group(args: tuple[Any, ...]) -> bool:
    """Whether args make an exception group: a text and exceptions."""
    return (len(args) == 2 and type(args[0]) is str and type(args[1]) is tuple and len(args[1]) > 0
            and all(isinstance(part, Exception) for part in args[1]))


def _ignore(self: Any, /, *_: Any, **__: Any) -> None:
    """The guest's __init__ has run."""


def _text(self: Any) -> str:
    given = self.__dict__.get("_pygrader_text")
    return given if type(given) is str else BaseException.__str__(self)


def build(remote: Remote, handle: int, parts: Parts) -> BaseException:
    """A local exception for the candidate's, as its description claims it to be."""
    kind, args, text, trace, notes, attributes, cause, context, suppress = parts
    if type(args) is not tuple or type(attributes) is not tuple or type(notes) is not tuple:
        raise Malformed("description of an exception")
    if type(kind) not in (type, ErrorMeta) or not issubclass(kind, BaseException):
        raise Malformed("class of an exception")
    let_in = issubclass(kind, (Exception, SystemExit)) or _is_cancelled(kind) or hasattr(kind, "_pygrader")
    if not let_in or issubclass(kind, _STEERING):
        raise remote.refusal(f"the solution raised {kind.__name__}, which steers the program that runs it: raise one "
                             "derived from Exception")
    if any(isinstance(arg, Handle) for arg in args):
        args = tuple(None if isinstance(arg, Handle) else arg for arg in args)
    _check_fields(kind, args)
    if issubclass(kind, BaseExceptionGroup) and not _group(args):
        raise Malformed("parts of an exception group")
    error = _instance(kind, args)
    own = hasattr(kind, "_pygrader")
    if own:
        error.__dict__["_pygrader_text"] = text if type(text) is str else ""
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if type(name) is str and not name.startswith("_") and type(value) in _DATA and _settable(kind, name):
            error.__dict__[name] = value
        elif type(value) in INLINE:
            wire.set_field(error, name, value)
    for note in notes:
        if type(note) is str:
            error.add_note(note)
    if type(trace) is str and trace:
        error.__dict__["_pygrader_trace"] = trace
    if isinstance(cause, BaseException):
        error.__cause__ = cause
    if isinstance(context, BaseException):
        error.__context__ = context
    error.__suppress_context__ = suppress is True
    error.__dict__["_pygrader_foreign"] = True
    return error


def mark(error: Any, args: Any, attributes: Any, notes: Any, cause: Any, context: Any) -> None:
    """What the solution has done to an exception of the tests' on its way through: data, and what led to it."""
    if not isinstance(error, BaseException) or any(type(part) is not tuple for part in (args, attributes, notes)):
        raise Malformed("changes of an exception")
    if isinstance(error, _SILENT):
        return
    if all(type(arg) in _DATA for arg in args) and all(type(arg) in _DATA for arg in error.args):
        _check_fields(type(error), args)
        error.args = args
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if type(name) is str and not name.startswith("_") and type(value) in _DATA and (
                name in error.__dict__ or _settable(type(error), name)):
            error.__dict__[name] = value
        elif type(value) in INLINE:
            wire.set_field(error, name, value)
    for note in notes[len(wire.notes(error)):]:
        if type(note) is str:
            error.add_note(note)
    if isinstance(cause, BaseException) and error.__cause__ is None and cause is not error:
        error.__cause__ = cause
    if isinstance(context, BaseException) and error.__context__ is None and context is not error:
        error.__context__ = context


def _is_cancelled(kind: type) -> bool:
    """Whether it is what asyncio ends a task with, which no test meets outside of its own loop."""
    return kind.__module__ == "asyncio.exceptions" and kind.__name__ == "CancelledError" and _is_native(kind)


def _settable(kind: type, name: str) -> bool:
    """Data may not hide a method or a slot of the class."""
    return not any(name in vars(base) for base in kind.__mro__)


def _instance(kind: type[BaseException], args: tuple[Any, ...]) -> BaseException:
    native = next(base for base in kind.__mro__ if _is_native(base))
    try:
        if _is_native(kind):
            return kind(*args)
        error = native.__new__(kind, *args)
        native.__init__(error, *args)  # type: ignore[misc]  # its own base
    except Exception:
        error = wire.bare(kind, args)
    return error


def _is_native(kind: type) -> bool:
    return table.position(kind) is not None


def _check_fields(kind: type[BaseException], args: tuple[Any, ...]) -> None:
    """Formatting a SyntaxError or a Unicode error allocates as much as its fields say."""
    if not issubclass(kind, (SyntaxError, UnicodeError)):
        return
    # A Unicode error may tell of a place far into the long text that it carries.
    most = max((len(arg) for arg in args if type(arg) in (str, bytes)), default=0)
    for arg in args:
        for number in arg if type(arg) is tuple else (arg,):
            if type(number) is int and abs(number) > max(most, _MAX_FIELD):
                raise Malformed("field of an exception")


def describe(error: BaseException) -> tuple[str, Parts]:
    """What the guest learns of a test's exception: its class, arguments and attributes that are data, notes and cause,
    no traceback."""
    if isinstance(error, _SILENT):
        return "x", [type(error), (), (), (), None]
    args = tuple(arg for arg in error.args if wire.is_data(arg, exact=True))
    if isinstance(error, BaseExceptionGroup):
        args = (error.message, error.exceptions)
    return "x", [type(error), args, wire.attributes(error, exact=True), wire.notes(error), error.__cause__]


def describe_class(kind: type[BaseException]) -> tuple[str, Parts]:
    """What the guest learns of a test's exception class: name, bases, its own public attributes that are scalars."""
    bases = tuple(base for base in kind.__bases__ if issubclass(base, BaseException))
    if issubclass(kind, _pytest.outcomes.OutcomeException):
        return "X", ["Outcome", (BaseException,)]
    held: list[Any] = []
    for name, value in vars(kind).items():
        if not name.startswith("_") and type(value) in INLINE:
            held += (name, value)
    return "X", [kind.__name__, bases or (Exception,), tuple(held)]
