"""What tests pass to the solution, seen from the judge (REMOTE.md, "What tests pass in").

The guest may call what it was given, and use the public attributes and the protocols of a test's own objects; every
request is checked against the judge's own table of what was handed out.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
import enum
import gc
import inspect
import io
import linecache
import operator
import re
import types
import unittest
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import _pytest.outcomes

from ..wire import generics, operations, table
from ..wire.operations import special
from ..wire.space import file_of
from ..wire.values import EXACT, INLINE, Malformed, Parts, base_of
from . import databases, exceptions, own_enums, own_objects
from .bodies import carried
from .openness import has_own, is_hook, is_method, is_mock, is_tests, may_call, may_operate, offers, runs_tests

if TYPE_CHECKING:
    from .space import JudgeSpace

__tracebackhide__ = True  # pytest: no frame of this module is the test's

BLOCK = 1 << 16
_PROTOCOLS = {"call": "__call__", "iter": "__iter__", "next": "__next__", "len": "__len__", "in": "__contains__",
              "item": "__getitem__", "set_item": "__setitem__", "delete_item": "__delitem__", "enter": "__enter__",
              "exit": "__exit__", "await": "__await__", "aiter": "__aiter__", "anext": "__anext__",
              "aenter": "__aenter__", "aexit": "__aexit__"}
_OPERATORS = frozenset(operations.ALL) - {"__iter__", "__len__", "__contains__", "__getitem__", "__setitem__",
                                          "__delitem__", "__dir__", "__copy__", "__deepcopy__", "__pickle__",
                                          "__missing__", "__set_name__"}
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodDescriptorType,
              types.WrapperDescriptorType, types.MethodWrapperType)
# What has no attributes for the guest. A generator's frame leads to the built-in exec, an exception's arguments say
# what an assertion expected.
_CLOSED = (*_FUNCTIONS, BaseException, io.IOBase, types.ModuleType, types.CoroutineType,
           types.AsyncGeneratorType, types.FrameType, types.CodeType, types.TracebackType)
_DICTS: tuple[Any, ...] = ({}, collections.OrderedDict())
_VIEWS = {type(getattr(made, name)()): name for made in _DICTS for name in ("keys", "values", "items")}
_GETTERS = (operator.attrgetter, operator.itemgetter)
_FILE_METHODS = frozenset(("read", "readline", "write", "seek", "tell", "flush", "close", "truncate"))


def describe(obj: Any) -> tuple[str, Parts]:
    """The kind of handle for a test's function, class, iterator or other object."""
    kind = type(obj)  # rather than what it says: a mock with a specification says that it is what it stands for
    if (written := generics.take_apart(obj)) is not None:
        return "generic", written
    bound = issubclass(kind, types.MethodType) and isinstance(obj.__func__, types.FunctionType)
    if bound and not runs_tests(obj.__self__):
        return "bound", [obj.__self__, obj.__func__]  # two looks at a method are equal, and not the same
    if issubclass(kind, _FUNCTIONS):
        return "function", [*_names(obj), _parameters(obj), inspect.iscoroutinefunction(obj), _annotations(obj),
                            own_objects.attributes_of(obj)]
    if own_enums.is_told(kind):
        return "member", [kind, obj._name_, obj._value_ if isinstance(obj, enum.Flag) else None]
    if issubclass(kind, type) and own_enums.is_told(obj):
        return "enum", own_enums.describe(obj)
    if issubclass(kind, type) and issubclass(obj, datetime.date) and is_tests(obj):
        return "date class", [obj.__name__, _doc(obj), base_of(obj), tuple(
            name for base in obj.__mro__ if is_tests(base) for name, value in vars(base).items()
            if isinstance(value, (classmethod, staticmethod)) and not name.startswith("_"))]
    if kind is re.Pattern:
        return "pattern", [obj.pattern, obj.flags]
    if kind in _GETTERS:
        return "getter", [kind.__name__, *obj.__reduce__()[1]]
    if issubclass(kind, type):
        return "class", [obj.__name__, _doc(obj), tuple(base for base in obj.__bases__ if is_tests(base)),
                         _protocols(obj), _fields(obj), _methods(obj), _abstract(obj)]
    described = any(hasattr(type(value), "_pygrader") for value in vars(kind).values())  # by the solution's own
    if issubclass(kind, tuple) and hasattr(kind, "_fields") and not described:
        return "named tuple", [kind.__name__, tuple(kind._fields), tuple(obj)]
    if _is_bare_iterator(obj):
        return "iterator", []
    if issubclass(kind, (staticmethod, classmethod, property)):
        return "descriptor", list(carried(obj))
    if kind.__module__ == "logging" and kind.__name__ == "LogRecord":
        return "log record", [_record(obj)]
    if table.position(kind) is not None or table.position_of_library(kind) is not None:
        # Of a class that is the same on both sides, but whose state stays here.
        return "loose", [kind.__name__, _protocols(kind), kind]
    shown = obj.__class__ if is_mock(obj) else base_of(kind) or kind
    if shown is kind or not (hasattr(shown, "_pygrader") or is_tests(shown) or table.position(shown) is not None):
        shown = None
    return "object", [kind, shown, *(_given_names(obj) if is_mock(obj) else ())]


def _given_names(mock: Any) -> Iterator[str]:
    """Special names that a test has given a mock, and what they are, alternating."""
    for name in ("__name__", "__qualname__", "__doc__"):
        if type(text := vars(mock).get(name)) is str:
            yield from (name, text)


_OF_TESTS = {"exc_text": None, "stack_info": None, "pathname": "tests", "filename": "tests", "module": "tests",
             "funcName": "tests", "lineno": 0}


def _record(record: Any) -> dict[str, Any]:
    """What the solution learns of a test's log record: nothing of where it was made, or of an assertion that failed."""
    held = {**vars(record), **_OF_TESTS}
    if isinstance(held.get("exc_info"), tuple):
        held["exc_info"] = held["exc_info"][:2] + (None,)
    return held


def _protocols(kind: type) -> tuple[str, ...]:
    """The protocols and operators that instances of a test's class have."""
    return tuple(name for name, method in _PROTOCOLS.items()
                 if any(method in vars(base) for base in kind.__mro__)) + tuple(
        special for special in sorted(_OPERATORS)
        if getattr(kind, special, None) is not getattr(object, special, None)) + tuple(
        "coroutine function" for base in kind.__mro__ if base.__module__ == "unittest.mock"
        and base.__name__ == "AsyncMockMixin")  # each says so of itself


def _fields(kind: type) -> tuple[tuple[Any, ...], ...]:
    """Of a dataclass each field's name, its default if a scalar, and after None a factory of the table."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(
        (field.name, field.default) if type(field.default) in INLINE
        else (field.name, None, field.default_factory) if table.position(field.default_factory) is not None
        else (field.name,) for field in dataclasses.fields(kind))


def _methods(kind: type) -> tuple[str, ...]:
    """Names of the public functions that a test's class itself has."""
    return tuple(name for name, value in vars(kind).items() if isinstance(value, types.FunctionType) and (
        not name.startswith("_") or is_hook(name))) if is_tests(kind) else ()


def _abstract(kind: type) -> tuple[type, ...]:
    """The abstract classes of the library that a class is below."""
    return tuple(base for base in kind.__mro__
                 if base.__module__ == "collections.abc" and table.position(base) is not None)


def _is_bare_iterator(obj: Any) -> bool:
    """Whether an object is an iterator of Python's own: with no attributes that a solution may use."""
    return isinstance(obj, Iterator) and type(obj).__module__ in ("builtins", "itertools", "collections", "_csv")


def describe_file(file: io.IOBase) -> Parts:
    """Whether a file-like object gives text, can be read, written and sought, and is of a class of the tests', whose
    methods are to be called as the solution does; and its name, if it has one."""
    name = getattr(file, "name", None)
    return [isinstance(file, io.TextIOBase), _can(file.readable), _can(file.writable), _can(file.seekable),
            is_tests(type(file)), name if type(name) is str else None]


def _can(question: Callable[[], bool]) -> bool:
    try:
        return question() is True
    except Exception:
        return False


def _doc(obj: Any) -> str | None:
    doc = getattr(obj, "__doc__", None)
    return doc if type(doc) is str else None


def _names(function: Any) -> list[Any]:
    name = getattr(function, "__name__", "function")
    return [name if type(name) is str else "function", _doc(function)]


def _parameters(function: Any) -> tuple[Any, ...] | None:
    """Name, kind and whether there is a default of each parameter: never the defaults themselves."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    return tuple((parameter.name, int(parameter.kind), parameter.default is not parameter.empty)
                 for parameter in signature.parameters.values())


def _annotations(function: Any) -> tuple[Any, ...]:
    """Names and annotations, alternating, of those that are texts, in the table, the solution's or the tests' own."""
    given = getattr(function, "__annotations__", None)
    found: list[Any] = []
    for name, value in given.items() if type(given) is dict else ():
        if (type(value) is str or value is None or table.position(value) is not None
                or generics.take_apart(value) is not None
                or isinstance(value, type) and (hasattr(value, "_pygrader") or is_tests(value))):
            found += (name, value)
    return tuple(found)


def perform(space: JudgeSpace, operation: str, values: list[Any], names: list[str]) -> Any:
    """Do what the guest asks of a test's object. names: of the last values, for a call. Malformed for what it was
    never given."""
    if operation in space.loops.actions:
        return space.loops.actions[operation](*values)
    if not values or id(values[0]) not in space.export_ids:
        raise Malformed("a request for what was never passed in")
    target, *rest = values
    if operation == "call":
        if not may_call(target):
            name = getattr(target, "__name__", type(target).__name__)
            raise TypeError(f"{name!r} of the tests' framework or library cannot be called by the solution")
        plain = len(rest) - len(names)
        if plain < 0 or len(set(names)) < len(names):
            raise Malformed("arguments of a call")
        with databases.as_the_solution(target):
            return _of_plain(target(*rest[:plain], **dict(zip(names, rest[plain:]))))
    if operation in own_objects.ACTIONS:
        return own_objects.ACTIONS[operation](space, target, *rest)
    action = _ACTIONS.get(operation)
    if operation in ("set", "delete") and id(target) in space.implicit:
        raise AttributeError(f"{rest[:1]} of a test's {target.__name__}, which was not passed in itself, cannot be set")
    if operation in _OPERATORS:  # just that method, which may say NotImplemented
        has = operation in _protocols(type(target)) and not issubclass(type(target), _CLOSED)
        if not has or not may_operate(target, operation):
            raise AttributeError(f"{type(target).__name__!r} object has no attribute {operation!r}")
        return special(target, operation)(*rest)
    if action is None:
        raise Malformed(f"unknown request {operation[:20]!r}")
    return action(target, *rest)


def _of_plain(result: Any) -> Any:
    """A view of a test's own kind of dict, which stays here, as one of a plain dict that crosses."""
    name = _VIEWS.get(type(result))
    if name is None or type(gc.get_referents(result.mapping)[0]) in EXACT:
        return result
    return getattr(dict(result.mapping), name)()


def _public(target: Any, name: Any) -> str:
    if type(name) is not str:
        raise Malformed("name of an attribute")
    if name.startswith("_") and not (is_hook(name) and has_own(type(target), name)) or _is_closed(target, name):
        raise AttributeError(f"{type(target).__name__!r} object has no attribute {name!r}")
    return name


def _is_closed(target: Any, name: str) -> bool:
    """Whether an object has no attributes for the guest; a test's class has those that tests gave it."""
    if isinstance(target, type):
        return issubclass(target, unittest.TestCase) or not any(
            name in vars(base) for base in target.__mro__ if is_tests(base))
    return issubclass(type(target), _CLOSED) or _is_bare_iterator(target) or not offers(target, name)


def _get(target: Any, name: Any) -> Any:
    return getattr(target, _public(target, name))


def _guarded(target: Any, name: Any) -> str:
    """A name that the guest may set: never a method's, or a test's own assertions would be the guest's."""
    public = _public(target, name)
    inherited = inspect.getattr_static(type(target), public, None)
    if runs_tests(target) or is_method(inherited):
        raise AttributeError(f"{public!r} of a test's {type(target).__name__} cannot be set by the solution")
    return public


def _settable(target: type, name: Any) -> bool:
    """Whether a solution's decorator may set that on a test's class: no method, and nothing that pytest looks for."""
    static = inspect.getattr_static(target, name, None) if type(name) is str else None
    return (is_tests(target) and not issubclass(target, unittest.TestCase) and type(name) is str
            and not name.startswith(("_", "test", "pytest", "setup", "teardown"))
            and not is_method(static) and not hasattr(type(static), "__set__"))


def _set(target: Any, name: Any, value: Any) -> None:
    if isinstance(target, type) and not _settable(target, name):
        raise AttributeError(f"{name!r} of {target.__name__!r} cannot be set by the solution")
    public = name if isinstance(target, type) else _guarded(target, name)
    if not databases.set_factory(target, public, value):
        setattr(target, public, value)


def _delete(target: Any, name: Any) -> None:
    public = _guarded(target, name)
    if databases.is_kept(target, public):
        raise AttributeError(f"{public!r} of a test's {type(target).__name__} cannot be deleted")
    delattr(target, public)


def _next(target: Any) -> tuple[bool, Any]:
    try:
        return True, next(target)
    except StopIteration as stop:
        return False, stop.value


def _step(method: str) -> Callable[..., tuple[bool, Any]]:
    def step(target: Any, *values: Any) -> tuple[bool, Any]:
        if not isinstance(target, types.GeneratorType):
            raise AttributeError(f"{type(target).__name__!r} object has no attribute {method!r}")
        try:
            return True, getattr(target, method)(*values)
        except StopIteration as stop:
            return False, stop.value
    return step


def _close(target: Any) -> None:
    if not isinstance(target, (types.GeneratorType, types.CoroutineType)):
        raise AttributeError(f"{type(target).__name__!r} object has no attribute 'close'")
    target.close()


def _enter(target: Any) -> Any:
    return special(target, "__enter__")()


def _exit(target: Any, error: Any) -> bool:
    kind = type(error) if isinstance(error, BaseException) else None
    return bool(special(target, "__exit__")(kind, error if kind else None, None))


def _set_item(target: Any, key: Any, value: Any) -> None:
    target[key] = value


def _delete_item(target: Any, key: Any) -> None:
    del target[key]


def _file(target: Any, method: Any, *args: Any) -> Any:
    target = file_of(target)
    if not isinstance(target, io.IOBase) or method not in _FILE_METHODS:
        raise Malformed("request for a file")
    if method in ("read", "readline") and args and not is_tests(type(target)):
        args = (BLOCK if type(args[0]) is not int or not 0 <= args[0] <= BLOCK else args[0],)
    return getattr(target, method)(*args)


_ACTIONS: dict[str, Callable[..., Any]] = {
    "get": _get, "set": _set, "delete": _delete, "iter": iter, "next": _next, "send": _step("send"),
    "throw": _step("throw"), "close": _close, "len": len,
    "in": lambda target, value: value in target, "item": lambda target, key: target[key], "set_item": _set_item,
    "delete_item": _delete_item, "enter": _enter, "exit": _exit, "file": _file, "mark": exceptions.mark,
}


def is_assertion(error: BaseException) -> bool:
    """Whether a callback failed by an assert statement, an assertion method or pytest.fail.

    A plain `raise AssertionError` is a callback's way to answer and does not count: the line tells.
    """
    if isinstance(error, _pytest.outcomes.Failed):
        return True
    if not isinstance(error, AssertionError) or error.__traceback__ is None:
        return False
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    if trace.tb_frame.f_globals.get("__name__", "").startswith(("unittest.", "_pytest.")):
        return True
    code = trace.tb_frame.f_code
    return not linecache.getline(code.co_filename, trace.tb_lineno).lstrip().startswith("raise")
