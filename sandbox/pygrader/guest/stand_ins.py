"""What the solution sees of what tests passed in (REMOTE.md, "What tests pass in").

Functions are real functions with name, doc and signature; a test's objects offer the protocols that their class has.
"""

from __future__ import annotations

import collections
import dataclasses
import io
import keyword
import types
from typing import TYPE_CHECKING, Any

from ..wire import table
from ..wire.loops import KINDS
from ..wire.values import Parts
from . import asynchronous as asynchrony

if TYPE_CHECKING:
    from .space import GuestSpace

MODULE = "tests"  # where what tests passed in says that it comes from
_DEFAULT: Any = object()  # stands for a default that only the test knows


def make(space: GuestSpace, handle: int, kind: str, parts: Parts) -> Any:
    """The stand-in for a test's object of one kind."""
    if kind in KINDS:
        return space.loops.proxy(handle, kind, parts)
    return _MAKERS[kind](space, *parts)


def _function(space: GuestSpace, name: str, doc: str | None, parameters: Any, asynchronous: bool,
              annotations: tuple[Any, ...] = ()) -> Any:
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
        scope: dict[str, Any] = {"_invoke": invoke, "_default": _DEFAULT, "_given": _given}
        exec(source, scope)  # names of parameters that a test's function has
        function = scope["function"]
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    function.__module__ = MODULE
    function.__annotations__ = dict(zip(annotations[::2], annotations[1::2]))
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
        if value is _DEFAULT:
            skipped = True
        elif kind == 3 or skipped:
            kwargs[name] = value
        else:
            args.append(value)
    return (*args, *star), {**kwargs, **rest}


class TestClass(type):
    """The class of a test's class: making an instance and reading an attribute is the test's affair."""

    _space: GuestSpace

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls._space.link.ask("call", cls, *args, *kwargs.values(), names=tuple(kwargs))

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return cls._space.link.ask("get", cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith("_"):
            type.__setattr__(cls, name, value)  # what the solution keeps there for itself
        else:
            cls._space.link.ask("set", cls, name, value)


def _class(space: GuestSpace, name: str, doc: str | None, bases: tuple[Any, ...], protocols: tuple[str, ...],
           fields: tuple[str, ...], names: tuple[str, ...] = ()) -> Any:
    methods: dict[str, Any] = {name: _method(name) for name in names}
    methods |= dict(_PROTOCOLS.get(protocol) or (protocol, _operator(protocol)) for protocol in protocols)
    methods.update(asynchrony.coroutine_function(methods.pop("coroutine function", None)))
    if "__eq__" in methods and "__hash__" not in methods:
        methods["__hash__"] = None
    if fields:
        methods["__dataclass_fields__"] = {field: _field(field) for field in fields}
    own = tuple(base for base in bases if isinstance(base, TestClass)) or (TestObject,)
    return TestClass(name, own, {**methods, "__module__": MODULE, "__doc__": doc, "_space": space})


def _method(name: str) -> Any:
    def method(self: TestObject, *args: Any, **kwargs: Any) -> Any:
        return self._space.link.ask("get", self, name)(*args, **kwargs)
    method.__name__ = name
    return method


def _field(name: str) -> Any:
    field: Any = dataclasses.field()
    field.name, field.type, field._field_type = name, Any, dataclasses._FIELD  # type: ignore[attr-defined]
    return field


class TestIterator:
    """An iterator of the tests, one element a call."""

    def __init__(self, space: GuestSpace) -> None:
        self._space = space

    def __iter__(self) -> TestIterator:
        return self

    def __next__(self) -> Any:
        more, value = self._space.link.ask("next", self)
        if not more:
            raise StopIteration(value)
        return value

    def send(self, value: Any) -> Any:
        """As of a generator."""
        return self._step("send", value)

    def throw(self, error: Any) -> Any:
        """As of a generator."""
        return self._step("throw", error)

    def close(self) -> None:
        """As of a generator."""
        self._space.link.ask("close", self)

    def _step(self, operation: str, value: Any) -> Any:
        more, result = self._space.link.ask(operation, self, value)
        if not more:
            raise StopIteration(result)
        return result


class TestObject:
    """An object of the tests: its public attributes, and the protocols of its class."""

    _space: GuestSpace

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self._space.link.ask("get", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_") and not name.startswith("__"):
            object.__setattr__(self, name, value)  # what the solution keeps there for itself
        else:
            self._space.link.ask("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._space.link.ask("delete", self, name)


def _asking(operation: str) -> Any:
    def method(self: TestObject, *args: Any) -> Any:
        return self._space.link.ask(operation, self, *args)
    return method


def _operator(special: str) -> Any:
    """A special method that the test's own object has."""
    def method(self: TestObject, *args: Any) -> Any:
        return self._space.link.ask(special, self, *args)
    return method


def _call(self: TestObject, *args: Any, **kwargs: Any) -> Any:
    return self._space.link.ask("call", self, *args, *kwargs.values(), names=tuple(kwargs))


def _next(self: TestObject) -> Any:
    return TestIterator.__next__(self)  # type: ignore[arg-type]  # it uses _space alone


def _exit(self: TestObject, kind: Any, error: Any, trace: Any) -> Any:
    return self._space.link.ask("exit", self, error)


_PROTOCOLS = {"call": ("__call__", _call), "iter": ("__iter__", _asking("iter")), "next": ("__next__", _next),
              "len": ("__len__", _asking("len")), "in": ("__contains__", _asking("in")),
              "item": ("__getitem__", _asking("item")), "set_item": ("__setitem__", _asking("set_item")),
              "delete_item": ("__delitem__", _asking("delete_item")), "enter": ("__enter__", _asking("enter")),
              "exit": ("__exit__", _exit), **asynchrony.PROTOCOLS}


def _object(space: GuestSpace, kind: Any, shown: Any = None) -> Any:
    """shown: the class that it says it has, of a mock with a specification."""
    if shown is not None:
        key = hash((id(kind), id(shown)))
        if key not in space.mirrored:
            body = {"__module__": MODULE, "__class__": property(lambda _: shown)}
            space.mirrored[key] = TestClass(kind.__name__, (kind,), body)
        kind = space.mirrored[key]
    return object.__new__(kind)


def _loose(space: GuestSpace, name: str, protocols: tuple[str, ...]) -> Any:
    return _object(space, _class(space, name, None, (), protocols, ()))


def rebuilt(sort: str, value: Any) -> Any:
    """What stands in a class body: a descriptor around functions, or the value itself."""
    if sort == "property":
        return property(*value)
    return staticmethod(value) if sort == "static" else classmethod(value) if sort == "class" else value


def _named_tuple(space: GuestSpace, name: str, fields: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    kind = space.mirrored.get(key := hash((name, fields)))
    if kind is None:
        kind = space.mirrored[key] = collections.namedtuple(name, fields)
    return kind(*values)


class _File:
    """What both kinds of files have: requests, and a local buffer to read through."""

    def __init__(self, space: GuestSpace, readable: bool, writable: bool, seekable: bool, own: bool) -> None:
        self._space = space
        self._can = (readable, writable, seekable)
        self._own = own  # of a class of the tests': each call goes to it as it is
        self._buffer: Any = None

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

    closed: bool


class TextFile(_File, io.TextIOBase):
    """A test's text file."""

    _newline = "\n"


class BinaryFile(_File, io.BufferedIOBase):
    """A test's binary file."""

    _newline = b"\n"


def _file(space: GuestSpace, text: bool, readable: bool, writable: bool, seekable: bool, own: bool) -> Any:
    return (TextFile if text else BinaryFile)(space, readable, writable, seekable, own)


def _exception_class(space: GuestSpace, name: str, bases: tuple[type, ...]) -> Any:
    try:
        return type(name, bases, {"__module__": "tests"})
    except TypeError:
        return type(name, (Exception,), {"__module__": "tests"})


def _exception(space: GuestSpace, kind: type[BaseException], args: tuple[Any, ...], attributes: tuple[Any, ...],
               notes: tuple[str, ...], cause: BaseException | None) -> BaseException:
    try:
        error = kind(*args)
    except Exception:
        error = table.bare(kind, args)
    fields = {name: vars(owner)[name] for owner, name in table.FIELDS if isinstance(error, owner)}
    for name, value in zip(attributes[::2], attributes[1::2]):
        if name in fields:
            fields[name].__set__(error, value)
        else:
            error.__dict__[name] = value
    for note in notes:
        error.add_note(note)
    if cause is not None:
        error.__cause__ = cause
    return error


def _made(space: GuestSpace, kind: Any, value: Any) -> Any:
    """What the candidate's class makes of a value: a combination of flags."""
    return kind(value)


_MAKERS: dict[str, Any] = {
    "made": _made, "loose": _loose, "bound": lambda _, target, function: types.MethodType(function, target),
    "descriptor": lambda _, sort, value: rebuilt(sort, value),
    "function of": lambda space, owner, name: space.original(owner, name),
    "method of": lambda _, target, name: getattr(target, name),
    "function": _function, "class": _class, "iterator": TestIterator, "object": _object,
    "named tuple": _named_tuple, "file": _file, "X": _exception_class, "x": _exception,
}
