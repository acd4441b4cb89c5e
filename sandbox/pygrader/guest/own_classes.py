"""Tests' own classes and their objects, as the solution sees them (REMOTE.md, "What tests pass in").

An object offers the protocols that its class has. A class is the test's until the solution changes it or makes one
below it, as decorators do: then one of the solution's own takes its place, whose functions are callbacks.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from . import asynchronous

if TYPE_CHECKING:
    from .space import GuestSpace

DEFAULT: Any = object()  # stands for a default that only the test knows
MODULE = "tests"  # where what tests passed in says that it comes from
_READ = frozenset(("__init__", "__dict__", "__annotations__", "__repr__", "__str__", "__eq__", "__call__",
                   "__setattr__", "__getattribute__"))
"""What the test's class itself has of these, only one of the solution's own can show."""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


class TestClass(type):
    """The class of a test's class: making an instance and reading an attribute is the test's affair."""

    _space: GuestSpace

    def __new__(mcs, name: str, bases: tuple[Any, ...], body: dict[str, Any], /, **kwargs: Any) -> Any:
        """The solution makes a class below a test's."""
        theirs = tuple(_own(base) if isinstance(base, TestClass) else base for base in bases)
        return types.prepare_class(name, theirs)[0](name, theirs, body, **kwargs)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if (own := _in_place(cls)) is not None:
            return own(*args, **kwargs)
        given = {name: value for name, value in kwargs.items() if value is not DEFAULT}
        return cls._space.link.ask("call", cls, *args, *given.values(), names=tuple(given))

    @property
    def __signature__(cls) -> inspect.Signature:
        init = _own(cls).__init__
        if init is object.__init__:
            return inspect.Signature()
        signature = inspect.signature(init)
        return signature.replace(parameters=list(signature.parameters.values())[1:],
                                 return_annotation=inspect.Signature.empty)

    def __getattribute__(cls, name: str) -> Any:
        if name in _READ or _in_place(cls) is not None and name != "_space":
            try:
                return getattr(_own(cls), name)
            except AttributeError:  # a class that stays the test's
                if name not in _READ:
                    raise
        return type.__getattribute__(cls, name)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_") or _in_place(cls) is not None:
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return cls._space.link.ask("get", cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if _in_place(cls) is None and not _set_on_tests(cls, name, value):
            _take_its_place(cls)
        if "_own" in _plain(cls):
            setattr(_own(cls), name, value)

    def __instancecheck__(cls, obj: Any) -> bool:
        own = _plain(cls).get("_own")
        return type.__instancecheck__(cls, obj) or own is not None and isinstance(obj, own)

    def __subclasscheck__(cls, kind: type) -> bool:
        own = _plain(cls).get("_own")
        return type.__subclasscheck__(cls, kind) or own is not None and issubclass(kind, own)


def _set_on_tests(cls: Any, name: str, value: Any) -> bool:
    """Set what the solution keeps on a test's class for itself, or what a test may see there; False for the rest."""
    if _is_private(name):
        type.__setattr__(cls, name, value)
    elif name.startswith("__"):
        return False
    else:
        try:
            cls._space.link.ask("set", cls, name, value)
        except AttributeError:  # the tests have given it that themselves
            if not callable(value) and not hasattr(value, "__get__"):
                raise
            return False
    return True


def _plain(cls: type) -> Any:
    return type.__getattribute__(cls, "__dict__")


def _in_place(cls: type) -> Any:
    """The solution's own class, once it has taken the place of a test's."""
    found = _plain(cls)
    return found["_own"] if "_changed" in found else None


def _own(cls: Any) -> Any:
    """A class of the solution's own with what the test's class has; AttributeError where the judge keeps that."""
    own = _plain(cls).get("_own")
    if own is None:
        space = cls._space
        handle = space.proxy_ids.get(id(cls)) if "_kept" not in _plain(cls) else None
        if handle is None:
            raise AttributeError(f"type object {cls.__name__!r} is the tests' own")
        body = {name: rebuilt(sort, value) for name, sort, value in space.link.ask("body", cls)}
        body.update((name, value) for name, value in _plain(cls).items() if _is_private(name) and name != "_space")
        own = type(cls.__name__, (), {**body, "__module__": MODULE, "__doc__": cls.__doc__})
        space.taken[id(own)] = handle
        type.__setattr__(cls, "_own", own)
    return own


def _take_its_place(cls: Any) -> None:
    """From now on the solution's own class stands for the test's, wherever that crosses."""
    _own(cls)
    cls._space.proxy_ids.pop(id(cls))
    type.__setattr__(cls, "_changed", True)


def in_place(obj: Any) -> Any:
    """What crosses for an object: a class of the solution's own for the test's whose place it took."""
    return (_in_place(obj) if isinstance(obj, TestClass) else None) or obj


def rebuilt(sort: str, value: Any) -> Any:
    """What stands in a class body: a descriptor around functions, or the value itself."""
    if sort == "property":
        return property(*value)
    return staticmethod(value) if sort == "static" else classmethod(value) if sort == "class" else value


class Attributes(dict[str, Any]):
    """vars() of a test's object: what is set here is set there, but for names with an underscore."""

    def __init__(self, obj: Any, theirs: Iterable[tuple[str, Any]]) -> None:
        super().__init__(theirs)
        self._obj = obj
        self._kept = _KEPT.__get__(obj)
        super().update(self._kept)

    def __setitem__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            self._kept[name] = value
        else:
            self._obj._space.link.ask("set_own", self._obj, name, value)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        if self._kept.pop(name, self) is self:
            self._obj._space.link.ask("delete_own", self._obj, name)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """As of a dict."""
        for name, value in dict(*args, **kwargs).items():
            self[name] = value

    def setdefault(self, name: str, default: Any = None) -> Any:
        """As of a dict."""
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name: str, *default: Any) -> Any:
        """As of a dict."""
        value = super().pop(name, *default) if name not in self else self[name]
        if name in self:
            del self[name]
        return value


class _Kept:
    """Has a dict for what the solution keeps on a test's object for itself."""


_KEPT: Any = vars(_Kept)["__dict__"]


class TestObject(_Kept):
    """An object of the tests: its public attributes, and the protocols of its class."""

    _space = None  # type: Any  # no annotation, which typing.get_type_hints would find

    def __new__(cls, *_: Any, **__: Any) -> Any:
        """What `kind.__new__` is where the solution keeps it, to call it with the class in the test's place too."""
        return cls._space.link.ask("new", cls) if isinstance(cls, TestClass) else object.__new__(cls)

    @property
    def __dict__(self) -> Attributes:  # type: ignore[override]
        told = self._space.link.ask("vars", self)
        return Attributes(self, zip(told[::2], told[1::2]))

    def __copy__(self) -> Any:
        return self._space.link.ask("copy", self)

    def __deepcopy__(self, memo: Any) -> Any:
        return self._space.link.ask("deepcopy", self)

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

    def throw(self, kind: Any, value: Any = None, trace: Any = None) -> Any:
        """As of a generator."""
        if isinstance(kind, type) and not isinstance(value, kind):
            value = kind() if value is None else kind(*value) if isinstance(value, tuple) else kind(value)
        return self._step("throw", kind if value is None else value)

    def close(self) -> None:
        """As of a generator."""
        self._space.link.ask("close", self)

    def _step(self, operation: str, value: Any) -> Any:
        more, result = self._space.link.ask(operation, self, value)
        if not more:
            raise StopIteration(result)
        return result


def _asking(operation: str) -> Any:
    def method(self: TestObject, *args: Any) -> Any:
        return self._space.link.ask(operation, self, *args)
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
              "exit": ("__exit__", _exit), **asynchronous.PROTOCOLS}


def make_class(space: GuestSpace, name: str, doc: str | None, bases: tuple[Any, ...], protocols: tuple[str, ...],
               fields: tuple[tuple[Any, ...], ...], names: tuple[str, ...] = (), abstract: tuple[Any, ...] = ()) -> Any:
    """The stand-in for a test's class. names: of its public functions; fields: of a dataclass, with defaults as of
    a candidate's; abstract: classes of the library that it is below."""
    body: dict[str, Any] = dict(_PROTOCOLS.get(protocol) or (protocol, _asking(protocol)) for protocol in protocols)
    body.update(asynchronous.coroutine_function(body.pop("coroutine function", None)))
    if "__eq__" in body and "__hash__" not in body:
        body["__hash__"] = None
    if fields:
        body["__dataclass_fields__"] = {field[0]: _field(*field) for field in fields}
    above = tuple(base for base in bases if isinstance(base, TestClass)) or (TestObject,)
    made = type.__new__(TestClass, name, above, {**body, "__module__": MODULE, "__doc__": doc, "_space": space})
    for function in names:
        type.__setattr__(made, function, _Method(made, function))
    for base in abstract:
        base.register(made)
    return made


class _Method:
    """A method of a test's class: on its objects the test's own, with what hangs on it."""

    def __init__(self, cls: type, name: str) -> None:
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(type(self), TestClass):
                return self._space.link.ask("get", self, name)(*args, **kwargs)
            return getattr(_own(cls), name)(self, *args, **kwargs)
        method.__name__ = method.__qualname__ = self._name = name
        self._function = method

    def __get__(self, obj: Any, owner: Any = None) -> Any:
        if obj is not None and isinstance(type(obj), TestClass):
            return obj._space.link.ask("get", obj, self._name)
        return self._function.__get__(obj, owner)


def _field(name: str, *default: Any) -> Any:
    given = {"default_factory": default[1]} if len(default) > 1 else {"default": default[0]} if default else {}
    field: Any = dataclasses.field(**given)
    field.name, field.type, field._field_type = name, Any, dataclasses._FIELD  # type: ignore[attr-defined]
    return field


def make_object(space: GuestSpace, kind: Any, shown: Any = None, *names: str) -> Any:
    """The stand-in for a test's object. shown: the class that it says it has, of a mock with a specification; names:
    that a test gave a mock, and what they are, alternating."""
    if shown is not None:
        key = hash((id(kind), id(shown)))
        if key not in space.mirrored:
            body = {"__module__": MODULE, "__class__": property(lambda _: shown)}
            space.mirrored[key] = type.__new__(TestClass, kind.__name__, (kind,), body)
        kind = space.mirrored[key]
    made = object.__new__(kind)
    _KEPT.__get__(made).update(zip(names[::2], names[1::2]))
    return made


def make_date_class(space: GuestSpace, name: str, doc: str | None, base: type, methods: tuple[str, ...]) -> Any:
    """The stand-in for a test's class below date or datetime: one too, of which all of those are instances, as they
    cross as data. methods: its class and static methods, which are the test's affair."""
    def asking(method: str) -> Any:
        return staticmethod(lambda *args, **kwargs: space.link.ask("get", made, method)(*args, **kwargs))
    made = type.__new__(DateClass, name, (base,), {
        "__module__": MODULE, "__doc__": doc, **{method: asking(method) for method in methods}})
    return made


class DateClass(type):
    """The class of such classes."""

    def __instancecheck__(cls, obj: Any) -> bool:
        return isinstance(obj, cls.__mro__[1])


def make_loose(space: GuestSpace, name: str, protocols: tuple[str, ...], shown: type) -> Any:
    """The stand-in for an object of the library's whose state stays with the tests. shown: its class, which is the same
    here, and stands for the object's wherever that is used as one."""
    above = make_class(space, name, None, (), protocols, ())
    return make_object(space, type.__new__(TestClass, name, (above,), {
        "__module__": MODULE, "__class__": property(lambda _: shown), "_own": shown, "_changed": True}))
