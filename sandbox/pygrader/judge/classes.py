"""The candidate's classes as real local classes (REMOTE.md, "Two interfaces"), built from what the guest claims.

An instance here holds nothing: every attribute and every operation is asked for, as far as the surface grants it. What
a class claims decides only which operations are asked for at all. A test's own subclass becomes a class of the guest
too, whose functions are callbacks.
"""

from __future__ import annotations

import abc
import functools
import inspect
import sys
import types
import typing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire import operations, table
from ..wire.values import CONTAINERS, OF_LIBRARY
from . import dicts, processes, texts
from .bodies import Body, body_of
from .handles import Call

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_ASKED = frozenset(("__dict__", "__name__", "__qualname__", "__wrapped__", "__self__", "__func__", "__annotations__",
                    "__orig_bases__", "__parameters__", "__args__", "__origin__", "__cause__", "__context__",
                    "__notes__"))
_PROBED = ("_pytest", "pytest", "_mock_", "_is_coroutine", "_spec_", "assert_", "_ipython", "_hypothesis")
_WRAPPED = frozenset(("__doc__", "__module__"))  # what functools.update_wrapper sets on a callable object
DATA_BASES = frozenset((int, float, str, bytes, tuple, frozenset, complex, *CONTAINERS, *OF_LIBRARY))
LIBRARY_BASES = frozenset((abc.ABC, typing.Generic, *(
    entry for entry in table.ENTRIES if isinstance(entry, type) and entry.__module__ == "collections.abc")))
_COLLECTED = ("test", "Test", "setup", "teardown", "setUp", "tearDown", "pytest", "runTest", "_")
"""How names begin that are pytest's and unittest's affair."""
_WATCHERS = ("_pytest.", "reprlib", "unittest.util", "unittest.case", "pprint", "difflib")

_DICT: Any = vars(type)["__dict__"].__get__
_MRO: Any = vars(type)["__mro__"].__get__
_BASES: Any = vars(type)["__bases__"].__get__

PATCHED: set[str] = set()
"""Names that tests have set on the candidate's classes and objects, or the candidate on objects over methods, for as
long as the process of the test lives: they hide what the local class has."""


def is_watched(depth: int = 2) -> bool:
    """Whether pytest or unittest asks, to show a failure, rather than a test."""
    caller = sys._getframe(depth).f_globals.get("__name__", "")
    return type(caller) is str and caller.startswith(_WATCHERS)


def asks_for(name: str) -> bool:
    """Whether an attribute of that name is the candidate's; else it is answered here, and is not there."""
    return not (name.startswith("__") and name.endswith("__") and name not in _ASKED or name.startswith(_PROBED))


def is_named_so(kind: type, name: str) -> bool:
    """Whether the candidate's class has data under that name, which is none of Python's though it looks like one."""
    return any(name in vars(base).get("_pygrader_named", ()) for base in kind.__mro__)


class RemoteMeta(abc.ABCMeta):
    """The metaclass of the candidate's classes, and of tests' classes below them."""

    _pygrader: Remote
    _pygrader_test = False
    _pygrader_claims: frozenset[str] = frozenset()

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any], /, **kwargs: Any) -> Any:
        """A test's class below a candidate's."""
        if not any(isinstance(base, RemoteMeta) and "_pygrader_test" in base.__dict__ for base in bases):
            return super().__new__(mcls, name, bases, body)
        remote = next(base._pygrader for base in bases if isinstance(base, RemoteMeta))
        body.setdefault("__slots__", ())
        body.setdefault("__test__", True)
        local: Any = super().__new__(mcls, name, bases, {**body, "_pygrader_test": True})
        missing = {part for base in bases for part in getattr(base, "__abstractmethods__", ()) if part not in body}
        local.__abstractmethods__ = local.__abstractmethods__ | missing
        theirs = tuple(base for base in bases if isinstance(base, RemoteMeta))
        items = body_of(local, body)
        with remote.space.making(local):
            made, *changed = remote.ask("subclass", name, theirs, items, tuple(kwargs.items()))
        if made is not local:
            raise remote.refusal("a class of the tests could not be made in the solution's process")
        for given, *_ in items:
            if given in changed and is_name(given) and not given.startswith(_COLLECTED):
                type.__setattr__(local, given, Attribute(given))  # as a metaclass, or __init_subclass__, has made it
        return local

    @classmethod
    def __prepare__(mcs, name: str, bases: tuple[type, ...], /, **kwargs: Any) -> Any:
        return Body()

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        remote = cls._pygrader
        if len(args) == 3 and isinstance(args[2], Body) and any(isinstance(base, RemoteMeta) for base in args[1]):
            return type.__call__(cls, *args, **kwargs)
        remote.require(cls, "(call)")
        if len(args) == 3 and isinstance(args[2], Body):  # a class statement with a metaclass of the candidate's
            return remote.ask("subclass", args[0], args[1], args[2].items_written(), tuple(kwargs.items()), cls)[0]
        return remote.ask("call", cls, *args, *kwargs.values(), names=tuple(kwargs))

    def __getattribute__(cls, name: str) -> Any:
        if name in PATCHED:
            cls._pygrader.require(cls, name)
            return cls._pygrader.ask("get", cls, name)
        if name == "__new__" and is_watched():  # pytest collects no class that has one
            return object.__new__
        return type.__getattribute__(cls, name)

    @property
    def __dict__(cls) -> Any:  # type: ignore[override]
        own = _DICT(cls)
        if cls._pygrader_test or not dicts.is_for_tests(3):  # __getattribute__ lies between
            return own

        def ask(name: str) -> Any:
            cls._pygrader.require(cls, name)
            return dicts.static(cls._pygrader.ask("static", cls, name))
        return types.MappingProxyType(dicts.Shown(
            {name: value for name, value in own.items() if not name.startswith("_pygrader")},
            own.get("_pygrader_others", ()), ask))

    @property
    def __mro__(cls) -> Any:
        found = _MRO(cls)
        return tuple(base for base in found if not is_ours(base)) if dicts.is_for_tests(3) else found

    def mro(cls) -> Any:
        """As type.mro, for tests without what is ours."""
        found = type.mro(cls)
        return [base for base in found if not is_ours(base)] if dicts.is_for_tests() else found

    @property
    def __bases__(cls) -> Any:  # type: ignore[override]
        found = _BASES(cls)
        if not dicts.is_for_tests(3):
            return found
        return tuple(base for base in found if not is_ours(base)) or (object,)

    @property
    def __signature__(cls) -> inspect.Signature:
        try:
            return cls._pygrader.signature(cls._pygrader.ask("signature", cls))
        except (TypeError, ValueError):  # a class of the library's that has none
            raise AttributeError("__signature__") from None

    def __getattr__(cls, name: str) -> Any:
        if not asks_for(name) and not is_named_so(cls, name):
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return get(cls._pygrader, cls, cls, name)

    def register(cls, subclass: Any) -> Any:
        """As abc.ABCMeta.register, in the guest, which is asked what belongs to such a class."""
        cls._pygrader.ask("register", cls, subclass)
        return subclass

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(("__", "_abc_")) and (name != "__init__" or cls._pygrader_test):
            type.__setattr__(cls, name, value)
            if name in operations.OF_DATACLASSES and isinstance(value, types.FunctionType):
                cls._pygrader.ask("set", cls, name, value)
            if name == "__dataclass_fields__" and cls.__dataclass_params__.frozen:
                for field in value:
                    type.__setattr__(cls, field, Frozen(field))
        else:
            cls._pygrader.require(cls, name)
            PATCHED.add(name)
            cls._pygrader.ask("set", cls, name, value)

    def __delattr__(cls, name: str) -> None:
        if name.startswith(("__", "_abc_")):
            type.__delattr__(cls, name)
        else:
            cls._pygrader.require(cls, name)
            cls._pygrader.ask("delete", cls, name)

    def __instancecheck__(cls, instance: Any) -> bool:
        if type.__instancecheck__(cls, instance):
            return True
        return _asks_membership(cls, sys._getframe(1)) and cls._pygrader.ask("isinstance", instance, cls) is True

    def __subclasscheck__(cls, subclass: type) -> bool:
        if type.__subclasscheck__(cls, subclass):
            return True
        return _asks_membership(cls, sys._getframe(1)) and cls._pygrader.ask("issubclass", subclass, cls) is True

    def __bool__(cls) -> bool:
        return True

    def __dir__(cls) -> Any:
        return cls._pygrader.ask("__dir__", cls)


def _asks_membership(cls: RemoteMeta, caller: types.FrameType) -> bool:
    """Whether the candidate's class decides by itself what belongs to it, and may, and a test wants to know.

    An abstract class of the library asks its subclasses too: their answer would be the judge's own.
    """
    if "__instancecheck__" not in cls.__dict__.get("_pygrader_claims", ()):
        return False
    top = str(caller.f_globals.get("__name__", "")).partition(".")[0]
    if top in ("_pytest", "pygrader") or top in sys.stdlib_module_names and top != "unittest":
        return False
    return cls._pygrader.allows(cls, "(isinstance)")


for _special in ("__iter__", "__len__", "__contains__"):
    def _of_class(cls: RemoteMeta, *args: Any, _special: str = _special) -> Any:
        cls._pygrader.require(cls, f"({operations.ALL[_special][0]})")
        return cls._pygrader.ask(_special, cls, *args)
    setattr(RemoteMeta, _special, _of_class)


def _index(cls: RemoteMeta, item: Any) -> Any:
    """`Stack[int]` of a generic class, which stays a type here; of any other what its own class says."""
    if typing.Generic not in _MRO(cls):
        cls._pygrader.require(cls, "([])")
        return cls._pygrader.ask("__getitem__", cls, item)
    return types.GenericAlias(cls, item)


setattr(RemoteMeta, "__getitem__", _index)


class Instance(metaclass=RemoteMeta):
    """What all local classes have. It holds no state, so that it goes with every base."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """What super() means in the __new__ of a test's class: what that of the first class above it gives."""
        owner = next(base for base in _MRO(cls) if isinstance(base, RemoteMeta) and not base._pygrader_test)
        cls._pygrader.require(owner, "(call)")
        given = (owner, "__new__", cls, cls, *args, *kwargs.values())
        return cls._pygrader.ask("call_unbound", *given, names=tuple(kwargs))

    def __init_subclass__(cls, **_: Any) -> None:
        """Nothing: what a test's class does then is not to run when one takes its place (JudgeSpace.tests_own)."""

    def __getattribute__(self, name: str) -> Any:
        if name in PATCHED or name == "__doc__" or name in _WRAPPED and "__call__" in type(self)._pygrader_claims:
            return get(type(self)._pygrader, type(self), self, name)
        return object.__getattribute__(self, name)

    def __dir__(self) -> Any:
        return type(self)._pygrader.ask("__dir__", self)

    def __getattr__(self, name: str) -> Any:
        if not asks_for(name) and not is_named_so(type(self), name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return get(type(self)._pygrader, type(self), self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        remote = type(self)._pygrader
        remote.require(type(self), name)
        if not name.startswith("__") and any(name in base.__dict__ for base in type(self).__mro__):
            PATCHED.add(name)
        remote.ask("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        type(self)._pygrader.require(type(self), name)
        type(self)._pygrader.ask("delete", self, name)

    def __reduce_ex__(self, protocol: Any) -> Any:
        remote = type(self)._pygrader
        return _revive, (remote.ask("pickle", self),)


def _revive(data: bytes) -> Any:
    remote = Instance._pygrader
    return processes.Apart(_revive, data) if remote.processes.apart else remote.ask("unpickle", data)


class Object(Instance):
    """The base of those whose instances hold no data here."""

    __slots__ = ("__weakref__",)


def install(remote: Remote) -> None:
    """Have the classes of this process ask this remote, and typing for the annotations of their functions."""
    type.__setattr__(Instance, "_pygrader", remote)
    typing.get_type_hints = _with_theirs(typing.get_type_hints)
    inspect.getattr_static = _static(inspect.getattr_static)


def _with_theirs(hints: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    @functools.wraps(hints)
    def get_type_hints(obj: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        function = obj.__func__ if isinstance(obj, types.MethodType) else obj
        if isinstance(function, Call) or isinstance(function, types.FunctionType) and origin(function) is not None:
            signature = inspect.signature(function)
            given = {part.name: part.annotation for part in signature.parameters.values()}
            module = sys.modules.get(str(function.__module__))
            return {name: texts.resolved(value, module)
                    for name, value in {**given, "return": signature.return_annotation}.items()
                    if value is not signature.empty}
        if isinstance(obj, RemoteMeta) and not obj._pygrader_test:
            return {name: texts.resolved(value, sys.modules.get(base.__module__)) for base in reversed(_MRO(obj))
                    for name, value in _DICT(base).get("__annotations__", {}).items()}
        return hints(obj, *args, **kwargs)
    return get_type_hints


def _static(look: Callable[..., Any]) -> Callable[..., Any]:
    """inspect.getattr_static, which goes round what makes the candidate's classes look like classes."""
    @functools.wraps(look)
    def getattr_static(obj: Any, attr: str, *default: Any, **named: Any) -> Any:
        kind: Any = obj if isinstance(obj, type) else type(obj)
        if not issubclass(type(kind), RemoteMeta):
            return look(obj, attr, *default, **named)
        holders: list[Any] = [base for base in type.mro(kind) if issubclass(type(base), RemoteMeta)]
        if kind is not obj and attr in (own := obj.__dict__):
            return own[attr]
        for base in holders:
            if attr in (_DICT(base).get("_pygrader_others", ())):
                base._pygrader.require(base, attr)
                return dicts.static(base._pygrader.ask("static", base, attr))
            if attr in _DICT(base):
                return _DICT(base)[attr]
        return look(obj, attr, *default, **named)
    return getattr_static


def get(remote: Remote, kind: type, target: Any, name: str) -> Any:
    if is_watched(3):
        return remote.look("get", target, name)
    remote.require(kind, name)
    value = remote.ask("get", target, name)
    return texts.all_annotations(value) if name == "__annotations__" else value


def is_ours(base: type) -> bool:
    """Whether a base of a candidate's class is none of the candidate's, nor of the library's."""
    return base.__module__.startswith("pygrader.")


class Signed:
    """Stands behind a function's __wrapped__, so that inspect.signature asks for the original's."""

    def __init__(self, remote: Remote, owner: list[type], name: str) -> None:
        self._remote, self.owner, self.name = remote, owner, name

    @property
    def __signature__(self) -> inspect.Signature:
        return self._remote.signature(self._remote.ask("signature_of", self.owner[0], self.name))


def function(remote: Remote, owner: list[type], name: str, doc: Any, sort: Any, annotations: Any) -> Any:
    """A local function that calls the candidate's by name; owner: filled with the class once that is made."""
    def ask(self: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        remote.require(owner[0], name)
        given = (*args, *kwargs.values())
        cls = type(self)
        if name in PATCHED and not cls.__dict__.get("_pygrader_test"):  # a test calls what it has patched since
            return remote.ask("call_original", owner[0], name, self, *given, names=tuple(kwargs))
        if (name == "__init__" or not isinstance(self, owner[0]) or cls.__dict__.get("_pygrader_test")
                or next(base for base in _MRO(cls) if name in _DICT(base)) is not owner[0]):  # Base.method(derived)
            return remote.ask("call_unbound", owner[0], name, self, *given, names=tuple(kwargs))
        return remote.ask("invoke", self, name, *given, names=tuple(kwargs))
    if sort == "async":
        async def function(self: Any, /, *args: Any, **kwargs: Any) -> Any:
            return await ask(self, args, kwargs)
    else:
        def function(self: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[misc]
            return ask(self, args, kwargs)
    function.__name__, function.__doc__ = name, doc if type(doc) is str else None
    function.__annotations__ = texts.given_annotations(annotations)
    function.__wrapped__ = Signed(remote, owner, name)  # type: ignore[attr-defined]
    return function


def signed(method: Any, remote: Remote, owner: list[type], special: str) -> Any:
    """A special method for one class, so that inspect and typing see the candidate's signature. owner: as above."""
    copy = types.FunctionType(method.__code__, method.__globals__, special, method.__defaults__, method.__closure__)
    copy.__wrapped__ = Signed(remote, owner, special)  # type: ignore[attr-defined]
    return copy


def origin(function: types.FunctionType) -> tuple[type, str] | None:
    """The candidate's class and the name of the function that a local one stands for, None for a test's own."""
    signed = function.__dict__.get("__wrapped__")
    return (signed.owner[0], signed.name) if type(signed) is Signed else None


class Attribute:
    """Asks for an attribute that a local class, or a base of it, would hide."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: Any) -> Any:
        return get(owner._pygrader, owner, owner if instance is None else instance, self._name)

    def __set__(self, instance: Any, value: Any) -> None:
        Instance.__setattr__(instance, self._name, value)


class Frozen(Attribute):
    """An attribute of a test's frozen dataclass, which sets it past its own __setattr__."""

    def __set__(self, instance: Any, value: Any) -> None:
        type(instance)._pygrader.ask("set_plainly", instance, self._name, value)


def is_name(name: Any) -> bool:
    """Whether a function or attribute of a candidate's class may stand in a local class under that name."""
    return operations.is_method(name) and name.isidentifier() and name != "mro" and not name.startswith(
        ("_pygrader", "_abc_", "_asks_"))
