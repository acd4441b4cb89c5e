"""The candidate's enumerations as real local ones: members, values and names are data that crossed with the class.

What else a member or the class has (methods, properties, a lookup of its own) is asked for in the guest.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from ..wire import operations, table
from ..wire.values import Malformed, Parts
from . import texts

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_BASES = frozenset((enum.Enum, enum.IntEnum, enum.StrEnum, enum.Flag, enum.IntFlag, int, str, float))
_KEPT = ("__str__", "__format__", "__repr__", "__call__", "__lt__", "__le__", "__gt__", "__ge__", "__len__", "__bool__",
         "__contains__", "__iter__", "__getitem__", "__neg__", "__pos__", "__abs__", "__invert__", "__int__",
         "__float__", "__index__", "__round__", "__enter__", "__exit__", *operations.BINARY)


def _remote(kind: type) -> Remote:
    remote: Remote = vars(kind)["_pygrader"]
    return remote


def is_enum(bases: tuple[Any, ...]) -> bool:
    """Whether claimed bases are those of an enumeration."""
    return any(type(base) is int and 0 <= base < len(table.ENTRIES) and isinstance(table.ENTRIES[base], enum.EnumMeta)
               or isinstance(base, enum.EnumMeta) for base in bases)


class RemoteEnumMeta(enum.EnumMeta):
    """The metaclass of the candidate's enumerations."""

    def __getattr__(cls, name: str) -> Any:
        from .classes import asks_for, get
        if name in cls.__dict__.get("_member_map_", ()):
            return cls._member_map_[name]
        if not asks_for(name) or name.startswith("_"):
            raise AttributeError(name)
        return get(_remote(cls), cls, cls, name)

    def __call__(cls, value: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().__call__(value, *args, **kwargs)
        except ValueError:
            if issubclass(cls, enum.Flag):
                raise
            _remote(cls).require(cls, "(call)")
            return _remote(cls).ask("call", cls, value, *args, *kwargs.values(), names=tuple(kwargs))

    def __contains__(cls, value: object) -> bool:
        if not _own_metaclass(cls, "__contains__"):
            return super().__contains__(value)
        _remote(cls).require(cls, "(in)")
        return _remote(cls).ask("__contains__", cls, value) is True

    def __getitem__(cls, name: Any) -> Any:
        if not _own_metaclass(cls, "__getitem__"):
            return super().__getitem__(name)
        _remote(cls).require(cls, "([])")
        return _remote(cls).ask("__getitem__", cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith("_") or "_pygrader_made" not in cls.__dict__:
            super().__setattr__(name, value)
        else:
            _remote(cls).ask("set", cls, name, value)


def _own_metaclass(kind: type, special: str) -> bool:
    """Whether the candidate's enumeration has a metaclass of its own that defines that."""
    return special in vars(kind).get("_pygrader_claims", ())


class Member:
    """What members ask the guest for: all that is no name and no value."""

    def __getattr__(self, name: str) -> Any:
        from .classes import asks_for, get
        if not asks_for(name) or name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return get(_remote(type(self)), type(self), self, name)

    def __deepcopy__(self, _: Any) -> Any:
        return self


def build_enum(remote: Remote, parts: Parts) -> type:
    """A local enumeration. parts: as those of any class."""
    from .classes import function, is_name
    from .special_methods import PROTOCOLS
    name, module, qualname, doc, given, claims, functions, _, particulars = parts
    special = dict(zip(particulars[::2], particulars[1::2], strict=True))
    bases = tuple(table.ENTRIES[base] if type(base) is int else base for base in given)
    if any(base not in _BASES and not isinstance(base, RemoteEnumMeta) for base in bases):
        bases = tuple(base for base in bases if isinstance(base, enum.EnumMeta))
    if not any(isinstance(base, RemoteEnumMeta) for base in bases):
        bases = (Member, *bases)
    members = special.get("members", ())
    body: Any = RemoteEnumMeta.__prepare__(name, bases)
    body["__module__"], body["__qualname__"] = texts.module(module), qualname
    body["__doc__"] = doc if type(doc) is str else None
    body["_pygrader"] = enum.nonmember(remote)
    body["_pygrader_claims"] = enum.nonmember(getattr(special.get("metaclass"), "_pygrader_claims", frozenset()))
    body["__test__"] = enum.nonmember(False)
    mixin = next((base for base in bases if base is not Member and not isinstance(base, enum.EnumMeta)), None)
    if mixin is not None:
        body["__new__"] = _maker(mixin)
    owner: list[type] = []
    for claim in claims:
        if claim in _KEPT:
            body[claim] = PROTOCOLS[claim]
    for given_name, given_doc, sort, hints in functions:
        if is_name(given_name) and given_name != "__init__" and not given_name.startswith("_"):
            body[given_name] = function(remote, owner, given_name, given_doc, sort, hints)
    for member, value, _ in members:
        if not is_name(member) or member.startswith("_") or member in body:
            raise Malformed("member of an enumeration")
        body[member] = enum.member(value) if hasattr(type(value), "__get__") else value  # a function
    try:
        local: Any = RemoteEnumMeta.__new__(RemoteEnumMeta, name, bases, body)
    except (TypeError, ValueError, AttributeError) as error:
        raise Malformed(f"an enumeration that cannot be made: {type(error).__name__}") from None
    type.__setattr__(local, "_pygrader_made", True)
    owner.append(local)
    for member, _, handle in members:
        if type(handle) is not int or handle < 1:
            raise Malformed("handle of a member")
        if handle not in remote.space.proxies:
            remote.space.remember(handle, local.__members__[member])
    return local  # type: ignore[no-any-return]


def _maker(mixin: type) -> Any:
    def make(cls: Any, value: Any) -> Any:
        member = mixin.__new__(cls, value)
        member._value_ = value  # type: ignore[attr-defined]
        return member
    return make


def build_member(kind: Any, value: Any) -> Any:
    """The member that has that value; for flags, whatever combination."""
    if not isinstance(kind, RemoteEnumMeta):
        raise Malformed("class of a member")
    try:
        look_up: Any = enum.EnumMeta.__call__
        return look_up(kind, value)
    except (ValueError, TypeError):
        raise Malformed("value of a member") from None
