"""Local classes and their instances, built from what the guest claims of the candidate's (PROTOCOL.md, "Handles")."""

from __future__ import annotations

import abc
import collections
import collections.abc
import dataclasses
import datetime
import fractions
import opcode
import sys
import types
import typing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire import operations, table
from ..wire.values import CONTAINERS, Malformed, Parts
from . import texts
from .handles import Handle
from .classes import (
    DATA_BASES, LIBRARY_BASES, PATCHED, Attribute, Instance, Object, RemoteMeta, function, is_name, signed)
from .special_methods import PROTOCOLS, SETS

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's


def build_class(remote: Remote, parts: Parts) -> type:
    """A local class for a candidate's. parts: as in PROTOCOL.md, "Handles", kind C."""
    name, module, qualname, doc, given, claims, functions, others, particulars = parts
    if any(type(text) is not str for text in (name, module, qualname)) or any(
            type(part) is not tuple for part in (given, claims, functions, others, particulars)):
        raise Malformed("description of a class")
    special = dict(zip(particulars[::2], particulars[1::2], strict=True))
    if special.get("makes classes") is True:
        return _build_metaclass(remote, parts)
    bases = (*_local_bases(given), *remote.space.tests_own(special.get("tests")))
    owner: list[type] = []
    body: dict[str, Any] = {"__module__": texts.module(module), "__qualname__": qualname,
                            "__doc__": doc if type(doc) is str else None, "__slots__": (), "__test__": False,
                            "_pygrader_test": False, "_pygrader_claims": frozenset(claims)}
    for claim in claims:
        if claim in PROTOCOLS:
            body[claim] = signed(PROTOCOLS[claim], remote, owner, claim)
    library = special.get("library")
    if type(library) is int and table.is_library(library):
        known = table.entry(library)
        body["_pygrader_library"], body["_pygrader_holds"] = known, known in _HOLDING
        body["__class__"] = _claimed_class(known, owner)
        if known is datetime.tzinfo:  # times take no other; it stands first, or object.__new__ would refuse
            bases = (datetime.tzinfo, *bases)
            body |= {name: vars(Instance)[name] for name in ("__new__", "__getattribute__")}
    if any(issubclass(base, collections.abc.Set) for base in bases):
        body |= {special: method for special, method in SETS.items() if special not in body}
    if any(base is collections.Counter for base in bases):
        body |= {special: PROTOCOLS[special] for special in ("__eq__", "__ne__")}
    if "__eq__" in body:
        body.setdefault("__ne__", PROTOCOLS["__ne__"])
    if "__eq__" in body and "__hash__" not in body:
        body["__hash__"] = None if "unhashable" in claims else object.__hash__
    for given_name, given_doc, sort, hints in functions:
        if is_name(given_name):
            body[given_name] = function(remote, owner, given_name, given_doc, sort, hints)
            body[given_name].__qualname__ = f"{qualname}.{given_name}"
            body[given_name].__module__ = module
    body["_pygrader_others"] = frozenset(other for other in others if is_name(other))
    body["_pygrader_named"] = frozenset(other for other in others if type(other) is str and other.startswith("__"))
    if set(bases) & {typing.Generic}:
        body["__orig_bases__"] = ()  # or typing asks for the parameters of each
    match = special.get("__match_args__")
    if type(match) is tuple and all(type(part) is str for part in match):
        body["__match_args__"] = match
    local = _make(_metaclass(special.get("metaclass")), name, bases, body)
    owner.append(local)
    if isinstance(body.get("_pygrader_library"), abc.ABCMeta):
        body["_pygrader_library"].register(local)  # so that issubclass says it too
    for other in body["_pygrader_others"]:  # not before: abc reads what hides an abstract method
        if any(other in vars(above) for base in bases for above in type.mro(base)):
            type.__setattr__(local, other, Attribute(other))
    _finish(local, special)
    return local


def _claimed_class(known: Any, owner: list[type]) -> property:
    """What isinstance sees of an object whose class is one of the library's, or below one; where a test reads
    `__class__` of one below, it is that class. owner: filled with the library's once that is made."""
    def read(self: Any) -> Any:
        caller = sys._getframe(2)  # of Instance.__getattribute__
        if type(self) is not owner[0] and caller.f_code.co_code[caller.f_lasti] == _READS:
            return type(self)
        return known
    return property(read)


_READS = opcode.opmap["LOAD_ATTR"]

_HOLDING = (collections.UserDict, collections.UserList, collections.UserString)
"""Classes of the library whose objects equal what they hold in their attribute data."""


def _local_bases(given: tuple[Any, ...]) -> tuple[type, ...]:
    bases: list[type] = []
    for base in given:
        if type(base) is int and 0 <= base < len(table.ENTRIES):
            base = table.ENTRIES[base]
            if base not in DATA_BASES and base not in LIBRARY_BASES:
                continue
        elif not isinstance(base, type) or not hasattr(base, "_pygrader"):
            raise Malformed("base of a class")
        bases.append(base)
    if not any(isinstance(base, RemoteMeta) for base in bases):
        bases.insert(0, Instance if any(base in DATA_BASES for base in bases) else Object)
    return tuple(bases)


_OF_CLASSES = frozenset((*operations.BINARY, "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__str__"))
"""Special methods that a metaclass may have beside those that all have here; never what tells classes apart."""


def _build_metaclass(remote: Remote, parts: Parts) -> type:
    """A local metaclass for a candidate's, which has all that its classes need here: what it has beside that is asked
    for. parts: as those of any class."""
    name, module, qualname, doc, given, claims, _, others, _ = parts
    bases = tuple(base for base in given if isinstance(base, type) and issubclass(base, RemoteMeta)) or (RemoteMeta,)
    made: type = abc.ABCMeta.__new__(RemoteMeta, name, bases, {
        "__module__": texts.module(module), "__qualname__": qualname, "__doc__": doc if type(doc) is str else None,
        "__test__": False, "_pygrader": remote, "_pygrader_test": False, "_pygrader_claims": frozenset(claims),
        "_pygrader_others": frozenset(other for other in others if is_name(other)),
        **{claim: PROTOCOLS[claim] for claim in claims if claim in _OF_CLASSES}})
    return made


def _metaclass(claimed: Any) -> type[RemoteMeta]:
    return claimed if isinstance(claimed, type) and issubclass(claimed, RemoteMeta) else RemoteMeta


def _make(metaclass: type[RemoteMeta], name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
    try:
        return abc.ABCMeta.__new__(metaclass, name, bases, body)
    except TypeError:  # bases that go together there and not here
        return abc.ABCMeta.__new__(RemoteMeta, name, (Object,), body)


_REGISTERED: tuple[Any, ...] = (collections.abc.Sequence, collections.abc.MutableSequence, collections.abc.Mapping,
                                collections.abc.MutableMapping)
"""Abstract classes of the library that a candidate's may belong to by its own word; none of them compares."""


def _finish(local: type, special: dict[Any, Any]) -> None:
    """Set what can only be set on a class that is made. Nothing here is code."""
    abstract = special.get("abstract", ())
    local.__abstractmethods__ = frozenset(part for part in abstract if type(part) is str)  # type: ignore[attr-defined]
    for name in ("__slots__", "_fields"):
        value = special.get(name)
        if type(value) is tuple and all(type(part) is str for part in value):
            type.__setattr__(local, name, value)
    for number in special.get("registered", ()):
        base: Any = table.ENTRIES[number] if type(number) is int and 0 <= number < len(table.ENTRIES) else None
        if base not in _REGISTERED:
            raise Malformed("an abstract class")
        base.register(local)
    annotations = special.get("annotations", ())
    if annotations:
        type.__setattr__(local, "__annotations__", texts.given_annotations(annotations))
    if "dataclass" in special:
        fields, (equal, order, frozen) = special["dataclass"]
        type.__setattr__(local, "__dataclass_fields__", {name: _field(local, name, *rest) for name, *rest in fields})
        type.__setattr__(local, "__dataclass_params__", types.SimpleNamespace(
            init=True, repr=True, eq=bool(equal), order=bool(order), unsafe_hash=False, frozen=bool(frozen)))


def _field(local: type, name: Any, init: Any, shown: Any, compared: Any, keyword: Any, default: Any,
           metadata: Any) -> Any:
    if type(name) is not str or type(default) is not tuple:
        raise Malformed("field of a dataclass")
    given = {"default_factory": default[1]} if len(default) > 1 else {"default": default[0]} if default else {}
    field: Any = dataclasses.field(init=init is True, repr=shown is True, compare=compared is True,
                                   kw_only=keyword is True, metadata=dict(metadata), **given)
    field.name, field.type = name, local.__dict__.get("__annotations__", {}).get(name, "object")
    field._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
    return field


def build_property(*parts: Any) -> property:
    """What tests find on a class where its instances have a property: its functions are the candidate's."""
    if len(parts) != 4:
        raise Malformed("description of a property")
    read, write, delete, doc = parts
    if type(doc) is not str or any(
            part is not None and not isinstance(part, (Handle, types.FunctionType)) for part in parts[:3]):
        raise Malformed("description of a property")
    return property(read, write, delete, doc or None)


def build_instance(kind: Any, *over: Any) -> Any:
    """The stand-in for an instance of a candidate's class. over: its attributes that stand before methods."""
    if not isinstance(kind, RemoteMeta) or any(base in DATA_BASES for base in kind.__mro__):
        raise Malformed("class of an object")
    PATCHED.update(name for name in over if is_name(name) and not name.startswith("_"))
    make = datetime.tzinfo if issubclass(kind, datetime.tzinfo) else object
    try:
        return make.__new__(kind)  # type: ignore[arg-type]
    except TypeError:
        raise Malformed("an object of an abstract class") from None


def build_data(kind: Any, value: Any) -> Any:
    """An instance of a candidate's class that holds data which does not change."""
    base = next((base for base in getattr(kind, "__mro__", ()) if base in DATA_BASES), None)
    if not isinstance(kind, RemoteMeta) or base is None or base in CONTAINERS or type(value) is not base:
        raise Malformed("data of a candidate's class")
    if base is fractions.Fraction:  # which is written in Python, and would set its slots by way of the class
        made: Any = object.__new__(kind)  # type: ignore[arg-type]
        for slot in ("_numerator", "_denominator"):
            vars(base)[slot].__set__(made, getattr(value, slot))
        return made
    make: Any = base.__new__
    if base in (datetime.datetime, datetime.time):
        return make(kind, *_ARGUMENTS[base](value), fold=value.fold)
    return make(kind, *_ARGUMENTS[base](value)) if base in _ARGUMENTS else make(kind, value)


_ARGUMENTS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    datetime.date: lambda x: (x.year, x.month, x.day),
    datetime.datetime: lambda x: (x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
    datetime.time: lambda x: (x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
    datetime.timedelta: lambda x: (x.days, x.seconds, x.microseconds)}
"""What makes an equal one, where the type does not take one."""


def new_container(kind: Any, base: type, plain: Any) -> Any:
    """An empty container of a candidate's class below a built-in one. plain: an empty one of that itself."""
    if not isinstance(kind, RemoteMeta) or not issubclass(kind, base):
        raise Malformed("class of a container")
    make: Any = base.__new__
    made = make(kind)
    if base is collections.deque:
        collections.deque.__init__(made, (), plain.maxlen)
    return made
