"""What local classes of the candidate's have for each operation that their originals claim (PROTOCOL.md, "Handles").

The candidate is asked as far as the surface grants it. What it holds as data is compared and computed with here.
"""

from __future__ import annotations

import collections
import collections.abc
import datetime
import sys
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire import operations
from ..wire.values import CONTAINERS
from . import asserted, asynchronous
from .classes import DATA_BASES, Instance, is_watched
from .surface import EQUALS_DATA

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_OF_SEQUENCES = ("__add__", "__iadd__", "__mul__", "__rmul__", "__imul__")
_OF_KIND: dict[Any, tuple[str, ...]] = {
    list: _OF_SEQUENCES, tuple: _OF_SEQUENCES, collections.deque: _OF_SEQUENCES,
    str: (*_OF_SEQUENCES, "__mod__"), bytes: (*_OF_SEQUENCES, "__mod__"),
    **{kind: ("__add__", "__iadd__") for kind in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta)}}
"""Operators of a class's own, by the data that it holds, that the guest is asked for: those that hold no result against
what is expected, as `abs(result - 5) < 1e-9`, `sum(coins) == 63` and `result | {"a": 1} == result` do."""
_EMPTY = (int, float, complex, str, bytes, list, tuple, dict, set, frozenset)  # types of data that have an empty value


def _operation(special: str) -> Callable[..., Any]:
    entry = f"({operations.ALL[special][0]})"

    def method(self: Any, /, *args: Any) -> Any:
        cls = type(self)
        remote = cls._pygrader
        if special in ("__eq__", "__ne__") and not remote.is_foreign(args[0]):
            return _equal_data(cls, special, self, args[0], sys._getframe(1))
        if special in ("__repr__", "__str__") and is_watched():
            try:
                text = remote.look(special, self)
            except AttributeError:  # there is nobody left to ask
                text = None
            return text if type(text) is str else object.__repr__(self)
        named = entry
        if args and (special in operations.BINARY or entry == "(order)") and not remote.is_foreign(args[0]):
            base = next((base for base in cls.__mro__ if base in DATA_BASES), None)
            named = f"{entry[:-1]} data)"
            if base is not None and _has(base, special) and not (
                    remote.agreed(cls, named) or special in _OF_KIND.get(base, ()) and remote.allows(cls, named)):
                return getattr(base, special)(self, *args)  # what it holds is computed with here
        if not remote.allows(cls, named):
            return _without(remote, cls, named, special, self)
        if special == "__hash__":
            return remote.hash_of(self)
        if cls.__dict__.get("_pygrader_test") and (owner := _owner(cls, special)) is not Instance:
            return remote.ask("call_unbound", owner, special, self, *args)
        return remote.ask(special, self, *args)
    method.__name__ = special
    return method


def _has(base: type, special: str) -> bool:
    """Whether instances of a type of data have a special method (type itself has `|`, for its own)."""
    return any(special in vars(above) for above in base.__mro__)


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
    return next(base for base in cls.__mro__ if special in base.__dict__ and not base.__dict__.get("_pygrader_test"))


def _held(cls: type, own: Any) -> tuple[type, Any] | None:
    """The data that an object holds and the type that compares it, None for an object that holds none."""
    base = next((base for base in cls.__mro__ if base in DATA_BASES), None)
    if base is collections.Counter:  # whose own asks for each element of the other side, and a candidate may answer
        parts = CONTAINERS[base].read(own)
        own = collections.Counter()
        dict.update(own, zip(parts[::2], parts[1::2]))
    if base is not None:
        return base, own
    if not next(above for above in cls.__mro__ if "__eq__" in vars(above)).__dict__.get("_pygrader_holds"):
        return None
    data = cls._pygrader.ask("get", own, "data")  # type: ignore[attr-defined]  # of a UserList and its like
    return (type(data), data) if type(data) in (str, list, dict) else (object, own)


def _equal_data(cls: type, special: str, own: Any, other: Any, caller: types.FrameType) -> Any:
    """A candidate's object never equals the tests' data, but where the author agreed to that; data that it holds is
    compared here.

    Where a test asserts that the two differ the object may see the data, which then is not what the test wants of it,
    and may say that they are equal, which gains it nothing.
    """
    held = _held(cls, own)
    if held is not None:
        return getattr(held[0], special)(held[1], other)
    remote: Remote = cls._pygrader  # type: ignore[attr-defined]
    surface = remote.surface
    if surface is None or remote.space.data_type(other) is None:
        return NotImplemented
    if remote.agreed(cls, EQUALS_DATA):
        answer = remote.ask(special, own, other)
        if answer is (special == "__eq__"):
            surface.equalled_data(cls)
        return answer
    if not surface.offers(cls, "(==)") or caller.f_globals.get("__name__", "").startswith("_pytest.assertion"):
        return NotImplemented
    if asserted.to_differ(caller):
        answer = remote.ask(special, own, other)
        return answer if answer is (special == "__eq__") else NotImplemented
    return _unheard(cls, special, own, other)


def _unheard(cls: type, special: str, own: Any, other: Any) -> Any:
    """It sees an empty value of the same type, never the data: what it raises then is raised, as a comparison that
    looks at no class does, and what it answers is not heard."""
    remote: Remote = cls._pygrader  # type: ignore[attr-defined]
    remote.unheard.add(cls.__name__)
    if type(other) in _EMPTY:
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


_name = _operation("__set_name__")


def _set_name(self: Any, owner: Any, name: str) -> Any:
    """For a test's class below a candidate's nothing: the guest does so when it makes its own."""
    return None if hasattr(type(owner), "_pygrader_test") else _name(self, owner, name)


SETS = {special: _of_set(special) for special in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")}
PROTOCOLS: dict[str, Any] = {
    "__call__": _call, "__next__": _next, "__enter__": _enter, "__exit__": _exit,
    **asynchronous.PROTOCOLS, **{special: _operation(special) for special in operations.ALL if special != "__dir__"},
    "__set_name__": _set_name}


for _copying in ("__copy__", "__deepcopy__"):
    type.__setattr__(Instance, _copying, _operation(_copying))
