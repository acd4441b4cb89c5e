"""The candidate's classes as real local classes (REMOTE.md, "Two interfaces"), built from what the guest claims.

An instance here holds nothing: every attribute and every operation is asked for, as far as the surface grants it. What
a class claims decides only which operations are asked for at all. A test's own subclass becomes a class of the guest
too, whose functions are callbacks.
"""

from __future__ import annotations

import abc
import collections
import collections.abc
import inspect
import sys
import types
import typing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire import operations, table
from ..wire.values import CONTAINERS, EXACT
from . import asynchronous, texts
from .handles import Handle
from .passed_in import carried
from .surface import EQUALS_DATA

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_ASKED = frozenset(("__dict__", "__name__", "__qualname__", "__wrapped__", "__self__", "__func__", "__annotations__",
                    "__orig_bases__", "__args__", "__origin__", "__cause__", "__context__", "__notes__"))
_PROBED = ("_pytest", "pytest", "_mock_", "_is_coroutine", "_spec_", "assert_", "_ipython", "_hypothesis")
_WRAPPED = frozenset(("__doc__", "__module__"))  # what functools.update_wrapper sets on a callable object
DATA_BASES = frozenset((int, float, str, bytes, tuple, frozenset, complex, *CONTAINERS))
LIBRARY_BASES = frozenset((abc.ABC, typing.Generic, *(
    entry for entry in table.ENTRIES if isinstance(entry, type) and entry.__module__ == "collections.abc")))
_EMPTY = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset)  # types of data that have an empty value
_WATCHERS = ("_pytest.", "reprlib", "unittest.util", "unittest.case", "pprint", "difflib")

_PATCHED: set[str] = set()
"""Names that tests have set on the candidate's classes and objects, for as long as the process of the test lives: they
hide what the local class has."""


def is_watched(depth: int = 2) -> bool:
    """Whether pytest or unittest asks, to show a failure, rather than a test."""
    caller = sys._getframe(depth).f_globals.get("__name__", "")
    return type(caller) is str and caller.startswith(_WATCHERS)


def asks_for(name: str) -> bool:
    """Whether an attribute of that name is the candidate's; else it is answered here, and is not there."""
    return not (name.startswith("__") and name.endswith("__") and name not in _ASKED or name.startswith(_PROBED))


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
        local = super().__new__(mcls, name, bases, {**body, "_pygrader_test": True})
        items: dict[str, tuple[str, str, Any]] = {}
        for base in reversed(local.__mro__):
            if base is local or not isinstance(base, RemoteMeta) and base.__module__ not in ("builtins", "abc"):
                items.update((given, (given, *carried(value))) for given, value in vars(base).items()
                             if _is_carried(given, value))
        theirs = tuple(base for base in bases if isinstance(base, RemoteMeta))
        with remote.space.making(local):
            if remote.ask("subclass", name, theirs, tuple(items.values())) is not local:
                raise remote.refusal("a class of the tests could not be made in the solution's process")
        return local

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        remote = cls._pygrader
        remote.require(cls, "(call)")
        return remote.ask("call", cls, *args, *kwargs.values(), names=tuple(kwargs))

    def __getattribute__(cls, name: str) -> Any:
        if name in _PATCHED:
            cls._pygrader.require(cls, name)
            return cls._pygrader.ask("get", cls, name)
        return type.__getattribute__(cls, name)

    def __getattr__(cls, name: str) -> Any:
        if not asks_for(name):
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return get(cls._pygrader, cls, cls, name)

    def register(cls, subclass: Any) -> Any:
        """As abc.ABCMeta.register, in the guest, which is asked what belongs to such a class."""
        cls._pygrader.ask("register", cls, subclass)
        return subclass

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(("__", "_abc_")):
            type.__setattr__(cls, name, value)
        else:
            cls._pygrader.require(cls, name)
            _PATCHED.add(name)
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
        return cls._asks_membership(sys._getframe(1)) and cls._pygrader.ask("isinstance", instance, cls) is True

    def __subclasscheck__(cls, subclass: type) -> bool:
        if type.__subclasscheck__(cls, subclass):
            return True
        return cls._asks_membership(sys._getframe(1)) and cls._pygrader.ask("issubclass", subclass, cls) is True

    def _asks_membership(cls, caller: types.FrameType) -> bool:
        """Whether the candidate's class decides by itself what belongs to it, and may, and a test wants to know.

        An abstract class of the library asks its subclasses too: their answer would be the judge's own.
        """
        if "__instancecheck__" not in cls.__dict__.get("_pygrader_claims", ()):
            return False
        top = str(caller.f_globals.get("__name__", "")).partition(".")[0]
        if top in ("_pytest", "pygrader") or top in sys.stdlib_module_names and top != "unittest":
            return False
        return cls._pygrader.allows(cls, "(isinstance)")

    def __bool__(cls) -> bool:
        return True

    def __dir__(cls) -> Any:
        return cls._pygrader.ask("__dir__", cls)


for _special in ("__iter__", "__len__", "__getitem__", "__contains__"):
    def _of_class(cls: RemoteMeta, *args: Any, _special: str = _special) -> Any:
        cls._pygrader.require(cls, f"({operations.ALL[_special][0]})")
        return cls._pygrader.ask(_special, cls, *args)
    setattr(RemoteMeta, _special, _of_class)


class Instance(metaclass=RemoteMeta):
    """What all local classes have. It holds no state, so that it goes with every base."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name in _PATCHED or name in _WRAPPED and "__call__" in type(self)._pygrader_claims:
            return type(self)._pygrader.ask("get", self, name)
        return object.__getattribute__(self, name)

    def __dir__(self) -> Any:
        return type(self)._pygrader.ask("__dir__", self)

    def __getattr__(self, name: str) -> Any:
        if not asks_for(name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return get(type(self)._pygrader, type(self), self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        remote = type(self)._pygrader
        remote.require(type(self), name)
        if any(name in base.__dict__ for base in type(self).__mro__):
            _PATCHED.add(name)
        remote.ask("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        type(self)._pygrader.require(type(self), name)
        type(self)._pygrader.ask("delete", self, name)

    def __repr__(self) -> str:
        return object.__repr__(self)

    def __reduce_ex__(self, protocol: Any) -> Any:
        remote = type(self)._pygrader
        return _revive, (remote.ask("pickle", self),)


def _revive(data: bytes) -> Any:
    return Instance._pygrader.ask("unpickle", data)


class Object(Instance):
    """The base of those whose instances hold no data here."""

    __slots__ = ("__weakref__",)


def install(remote: Remote) -> None:
    """Have the classes of this process ask this remote."""
    type.__setattr__(Instance, "_pygrader", remote)


def get(remote: Remote, kind: type, target: Any, name: str) -> Any:
    if is_watched(3):
        return remote.look("get", target, name)
    remote.require(kind, name)
    value = remote.ask("get", target, name)
    return texts.all_annotations(value) if name == "__annotations__" else value


# What a local class has for each operation that its original claims


def _operation(special: str) -> Callable[..., Any]:
    entry = f"({operations.ALL[special][0]})"

    def method(self: Any, /, *args: Any) -> Any:
        cls = type(self)
        remote = cls._pygrader
        if special in ("__eq__", "__ne__") and not remote.is_foreign(args[0]):
            return _equal_data(cls, special, self, args[0])
        if special in ("__repr__", "__str__") and is_watched():
            text = remote.look(special, self)
            return text if type(text) is str else object.__repr__(self)
        named = entry
        if args and (special in operations.BINARY or entry == "(order)") and not remote.is_foreign(args[0]):
            base = next((base for base in cls.__mro__ if base in DATA_BASES), None)
            named = f"{entry[:-1]} data)"
            if base is not None and hasattr(base, special) and not remote.agreed(cls, named):
                return getattr(base, special)(self, *args)  # what it holds is computed with here
        if not remote.allows(cls, named):
            return _without(remote, cls, named, special, self)
        if special == "__hash__":
            return remote.hash_of(self)
        if cls.__dict__.get("_pygrader_test"):
            return remote.ask("call_unbound", _owner(cls, special), special, self, *args)
        return remote.ask(special, self, *args)
    method.__name__ = special
    return method


def _of_set(special: str) -> Callable[..., Any]:
    """A comparison of a class below collections.abc.Set, whose own would go by what the candidate says of len and in.

    Here it goes by what the object holds, which the candidate tells without seeing the other side.
    """
    asked = _operation(special)

    def method(self: Any, other: Any) -> Any:
        if type(self)._pygrader.is_foreign(other):
            return asked(self, other)
        if not isinstance(other, (set, frozenset, collections.abc.Set)):
            return NotImplemented
        return getattr(frozenset, special)(frozenset(self), frozenset(other))
    method.__name__ = special
    return method


def _owner(cls: type, special: str) -> type:
    """The candidate's class that has a special method, below a test's class: what super() means there."""
    return next(base for base in cls.__mro__ if special in base.__dict__ and not base.__dict__["_pygrader_test"])


def _equal_data(cls: type, special: str, own: Any, other: Any) -> Any:
    """A candidate's object never equals the tests' data, but where the author agreed to that; data that it holds is
    compared here. Else it sees an empty value of the same type, never the data: what it raises then is raised, as a
    comparison that looks at no class does, and what it answers is not heard."""
    base = next((base for base in cls.__mro__ if base in DATA_BASES), None)
    if base is collections.Counter:  # whose own asks for each element of the other side, and a candidate may answer
        parts = CONTAINERS[base].read(own)
        own = collections.Counter()
        dict.update(own, zip(parts[::2], parts[1::2]))
    if base is not None:
        return getattr(base, special)(own, other)
    remote: Remote = cls._pygrader  # type: ignore[attr-defined]
    surface = remote.surface
    if surface is None or remote.space.data_type(other) is None:
        return NotImplemented
    if remote.agreed(cls, EQUALS_DATA):
        answer = remote.ask(special, own, other)
        if answer is (special == "__eq__"):
            surface.equalled_data(cls)
        return answer
    if type(other) in _EMPTY and surface.offers(cls, "(==)") and not is_watched(3):
        remote.ask(special, own, type(other)())
    return NotImplemented


def _without(remote: Remote, cls: type, entry: str, special: str, own: Any) -> Any:
    """What Python does for a class that lacks the operation; where that is an error, a refusal says more."""
    if special in ("__eq__", "__ne__"):
        return NotImplemented
    if special == "__bool__":
        return True
    if special in ("__hash__", "__repr__", "__str__"):
        return getattr(object, special)(own)
    if special == "__len__":  # list() and others ask for a hint, and do without
        raise TypeError(f"object of type {cls.__name__!r} has no len()")
    return remote.require(cls, entry)


def _call(self: Any, /, *args: Any, **kwargs: Any) -> Any:
    cls = type(self)
    cls._pygrader.require(cls, "(call)")
    if cls.__dict__.get("_pygrader_test"):
        given = (_owner(cls, "__call__"), "__call__", self, *args, *kwargs.values())
        return cls._pygrader.ask("call_unbound", *given, names=tuple(kwargs))
    return cls._pygrader.ask("call", self, *args, *kwargs.values(), names=tuple(kwargs))


def _next(self: Any) -> Any:
    type(self)._pygrader.require(type(self), "(iter)")
    more, value = type(self)._pygrader.ask("next", self)
    if not more:
        raise StopIteration(value)
    return value


def _enter(self: Any) -> Any:
    type(self)._pygrader.require(type(self), "(with)")
    return type(self)._pygrader.ask("enter", self)


def _exit(self: Any, kind: Any, error: BaseException | None, _: Any) -> bool:
    remote: Remote = type(self)._pygrader
    swallowed = remote.ask("exit", self, error) is True
    if swallowed and error is not None:
        remote.swallowed(error)
    return swallowed


SETS = {special: _of_set(special) for special in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")}
PROTOCOLS: dict[str, Any] = {
    "__call__": _call, "__next__": _next, "__enter__": _enter, "__exit__": _exit,
    **asynchronous.PROTOCOLS, **{special: _operation(special) for special in operations.ALL if special != "__dir__"}}


for _copying in ("__copy__", "__deepcopy__"):
    type.__setattr__(Instance, _copying, _operation(_copying))


class _Signed:
    """Stands behind a function's __wrapped__, so that inspect.signature asks for the original's."""

    def __init__(self, remote: Remote, owner: list[type], name: str) -> None:
        self._remote, self.owner, self.name = remote, owner, name

    @property
    def __signature__(self) -> inspect.Signature:
        return self._remote.signature(self._remote.ask("signature_of", self.owner[0], self.name))


def function(remote: Remote, owner: list[type], name: str, doc: str | None, sort: str) -> Any:
    """A local function that calls the candidate's by name; owner: filled with the class once that is made."""
    def ask(self: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        remote.require(owner[0], name)
        given = (*args, *kwargs.values())
        cls = type(self)
        if name == "__init__" or not isinstance(self, owner[0]) or cls.__dict__.get("_pygrader_test"):
            return remote.ask("call_unbound", owner[0], name, self, *given, names=tuple(kwargs))
        return remote.ask("invoke", self, name, *given, names=tuple(kwargs))
    if sort == "async":
        async def function(self: Any, /, *args: Any, **kwargs: Any) -> Any:
            return await ask(self, args, kwargs)
    else:
        def function(self: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[misc]
            return ask(self, args, kwargs)
    function.__name__, function.__doc__ = name, doc
    function.__wrapped__ = _Signed(remote, owner, name)  # type: ignore[attr-defined]
    return function


def origin(function: types.FunctionType) -> tuple[type, str] | None:
    """The candidate's class and the name of the function that a local one stands for, None for a test's own."""
    signed = function.__dict__.get("__wrapped__")
    return (signed.owner[0], signed.name) if type(signed) is _Signed else None


class Attribute:
    """Asks for an attribute that a local base class would hide."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: Any) -> Any:
        return get(owner._pygrader, owner, owner if instance is None else instance, self._name)

    def __set__(self, instance: Any, value: Any) -> None:
        Instance.__setattr__(instance, self._name, value)


def is_name(name: Any) -> bool:
    """Whether a function or attribute of a candidate's class may stand in a local class under that name."""
    if type(name) is not str or not name.isidentifier() or name == "mro":
        return False
    special = name.startswith("__") and name.endswith("__") and name != "__init__"
    return not special and not name.startswith(("_pygrader", "_abc_", "_asks_"))


# A test's own subclass


def _is_carried(name: str, value: Any) -> bool:
    if name in ("__slots__", "__module__", "__qualname__", "__classcell__", "__dict__", "__weakref__", "__doc__") \
            or name == "__test__" or name.startswith(("_abc_", "_pygrader", "__abstract")):
        return False
    return (isinstance(value, (types.FunctionType, staticmethod, classmethod, property, Handle))
            or type(value) in EXACT or isinstance(type(value), RemoteMeta) or name == "__annotations__")
