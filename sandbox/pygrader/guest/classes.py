"""The candidate's classes as the interface `objects` shows them: what the judge is told, and what it asks of them."""

from __future__ import annotations

import collections
import collections.abc
import dataclasses
import enum
import functools
import inspect
import sys
import pickle
import types
import typing
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..wire import generics, operations, table
from ..wire.values import FIXED, INLINE, OF_LIBRARY, PLAIN, Parts, base_of
from . import own_classes, own_enums

if TYPE_CHECKING:
    from .space import GuestSpace

_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType,
              types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType,
              functools.partial, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
_UNBASED = (object, typing.Protocol, typing.NamedTuple)
_BASES = ("builtins", "abc", "collections", "collections.abc", "typing", "enum")  # whose classes the judge has too
_PARTICULAR = ("__slots__", "__match_args__", "__annotations__", "__orig_bases__", "__parameters__")
_REGISTERED = (collections.abc.Sequence, collections.abc.MutableSequence, collections.abc.Mapping,
               collections.abc.MutableMapping)
_NONE: Any = object()
COPIED = (int, float, str, bytes, tuple, frozenset, complex, *OF_LIBRARY)
"""Types of data whose subclasses arrive as instances of their class."""
REFILLED = (list, dict, set, collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter)
"""The same of containers."""


def is_plain(obj: Any) -> bool:
    """Whether an object is shown as a function or an iterator rather than as an instance of its class."""
    kind = type(obj)
    return (isinstance(obj, _FUNCTIONS) or issubclass(kind, type)
            or table.position(kind) is not None and not isinstance(obj, enum.Enum)
            or kind.__module__ in ("builtins", "itertools") and hasattr(kind, "__next__"))


def describe_instance(obj: Any) -> tuple[str, Parts]:
    """What the judge is told of an instance of a candidate's class."""
    kind = type(obj)
    if isinstance(obj, enum.Enum) and own_enums.is_tests(kind):
        return "member", [kind, obj._name_, obj._value_ if isinstance(obj, enum.Flag) else None]
    if isinstance(obj, enum.Enum):
        return "e", [kind, obj._value_]
    base = base_of(kind)
    if base in COPIED:
        return "d", [kind, _contents(base, obj)]
    return "o", [kind, *_over_methods(kind, obj)]


def _over_methods(kind: type, obj: Any) -> Iterable[str]:
    """The attributes of an object that stand before a method of its class, or before what a test's class has."""
    try:
        own = object.__getattribute__(obj, "__dict__")  # past an own one, which may count who looks
    except AttributeError:
        return ()
    return [name for name in own if type(name) is str and any(
        isinstance(base.__dict__.get(name), types.FunctionType)
        or name in base.__dict__ and base.__module__ == own_classes.MODULE
        for base in kind.__mro__)] if type(own) is dict else ()


def _contents(base: type, obj: Any) -> Any:
    """The value of the base type that obj holds, without asking its class."""
    if base in PLAIN:
        return PLAIN[base](obj)
    return FIXED[base].build(FIXED[base].split(obj))


def describe_class(space: GuestSpace, kind: type) -> tuple[str, Parts]:
    """Names, bases, special methods, functions and other attributes, and what is particular to its sort of class."""
    own = dict(kind.__dict__)
    claims = own_claims(kind)
    claims.update(*map(_inherited, kind.__bases__))
    for name in tuple(claims):
        claims.update(operations.IMPLIED.get(name, ()))
    if own.get("__hash__", ...) is None:
        claims.add("unhashable")
    if (getattr(kind, "_is_protocol", False) or "__subclasshook__" in own or type(kind) is not type
            or issubclass(kind, enum.EnumMeta)):
        claims.add("__instancecheck__")
    functions = [(name, _doc(value), _sort(value), _annotations(value.__annotations__)) for name, value in own.items()
                 if isinstance(value, types.FunctionType) and operations.is_method(name)]
    others = [name for name, value in own.items() if not isinstance(value, types.FunctionType) and type(name) is str
              and (not name.startswith("__") or _is_named_so(name, value))]
    return "C", [_text(kind.__name__), _text(kind.__module__), _text(kind.__qualname__), _doc(kind), _bases(kind),
                 tuple(sorted(claims)), tuple(functions), tuple(others), _particulars(space, kind)]


def _is_named_so(name: str, value: Any) -> bool:
    """Whether it is data, or a property, under a name of the solution's making that looks like one of Python's."""
    if name in operations.CLAIMS or name in _PARTICULAR or hasattr(type, name):
        return False
    return type(value) in INLINE or isinstance(value, property) or base_of(type(value)) is not None


def own_claims(kind: type) -> set[str]:
    """The special methods that a class itself has."""
    own = kind.__dict__
    return {name for name in operations.CLAIMS if own.get(name) is not None}


def _inherited(base: type) -> Iterable[str]:
    """The special methods of a base that is no class in the judge, such as contextlib.ContextDecorator."""
    if id(base) not in table.NUMBERS or base_of(base) is not None or base.__module__ in _BASES:
        return ()
    return (name for above in base.__mro__ if above is not object for name in vars(above) if name in operations.CLAIMS)


def _text(value: Any) -> str:
    return str.__str__(value) if isinstance(value, str) else ""


def _doc(value: Any) -> str | None:
    doc = value.__dict__.get("__doc__") if isinstance(value, type) else getattr(value, "__doc__", None)
    return doc if type(doc) is str else None


def _sort(function: Any) -> str:
    """Whether calling it gives a coroutine."""
    return "async" if inspect.iscoroutinefunction(function) else ""


def _bases(kind: type) -> tuple[Any, ...]:
    """Classes, and the positions of those in the fixed table."""
    return tuple(table.NUMBERS.get(id(base), base) for base in kind.__bases__
                 if base not in _UNBASED)


def _particulars(space: GuestSpace, kind: type) -> tuple[Any, ...]:
    """Names and values, alternating, of what only some classes have."""
    found: list[Any] = []
    own = kind.__dict__
    for name in ("__match_args__", "__slots__", "_fields"):
        given = own.get(name)
        if isinstance(given, (tuple, list)) and all(type(part) is str for part in given):
            found += (name, tuple(given))
    if own.get("__abstractmethods__"):
        found += ("abstract", tuple(sorted(map(_text, own["__abstractmethods__"]))))
    if "__dataclass_fields__" in own:
        params = own["__dataclass_params__"]
        found += ("dataclass", (tuple((field.name, field.init, field.repr, field.compare, bool(field.kw_only),
                                       _default(field), _metadata(field)) for field in dataclasses.fields(kind)),
                                (params.eq, params.order, params.frozen)))
    members: dict[str, Any] = getattr(kind, "__members__", {}) if isinstance(kind, enum.EnumMeta) else {}
    if members:
        found += ("members", tuple((name, member._value_, _known(space, member))
                                   for name, member in members.items()))
    if (taken := space.taken.get(id(kind))) is not None:
        found += ("tests", taken)
    if issubclass(kind, type):
        found += ("makes classes", True)
    if not _of_library(type(kind)):
        found += ("metaclass", type(kind))
    if (library := table.position_of_library(kind)) is not None:
        found += ("library", library)
    if registered := tuple(table.NUMBERS[id(base)] for base in _REGISTERED if _is_registered(kind, base)):
        found += ("registered", registered)
    if annotations := _annotations(own.get("__annotations__")):
        found += ("annotations", annotations)
    return tuple(found)


def _annotations(given: Any) -> tuple[tuple[str, Any], ...]:
    if not isinstance(given, dict):
        return ()
    return tuple((_text(name), value if type(value) is str or value is None or _is_known(value)
                  else _text(getattr(value, "__name__", None)) or repr(value)) for name, value in given.items())


def _is_registered(kind: type, base: type) -> bool:
    """Whether a class belongs to an abstract one of the library's without being below it."""
    try:
        return base not in kind.__mro__ and base_of(kind) is None and issubclass(kind, base)
    except Exception:  # of a metaclass that answers for itself
        return False


def _metadata(field: dataclasses.Field[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, value) for name, value in field.metadata.items() if type(name) is str)


def _is_known(value: Any) -> bool:
    """Whether an annotation is a class that the judge has, or learns of."""
    return id(value) in table.NUMBERS or generics.is_of_types(value) or (
        isinstance(value, type) and not _of_library(value))


def _of_library(kind: type) -> bool:
    return _text(kind.__module__).partition(".")[0] in sys.stdlib_module_names


def _default(field: dataclasses.Field[Any]) -> tuple[Any, ...]:
    """() for none, (value,) for a default, (None, factory) for a factory."""
    if field.default is not dataclasses.MISSING:
        return (field.default,)
    return () if field.default_factory is dataclasses.MISSING else (None, field.default_factory)


def _known(space: GuestSpace, obj: Any) -> int:
    """The handle of an object that needs no description of its own."""
    handle = space.export(obj)
    space.described.add(handle)
    return handle


def operations_of(space: GuestSpace) -> dict[str, Callable[..., Any]]:
    """What the judge may ask beside the requests of `plain`."""
    originals = space.originals

    def set_attribute(target: Any, name: str, value: Any) -> None:
        """Set, and keep what a class or module had there: undoing a patch must bring back the very descriptor."""
        raw = vars(target).get(name, _NONE) if isinstance(target, (type, types.ModuleType)) else _NONE
        if raw is not _NONE:
            kept = originals.setdefault((id(target), name), raw)
            if value is kept or value is getattr(kept, "__func__", kept):
                value = originals.pop((id(target), name))
        setattr(target, name, value)
        if name in operations.OF_DATACLASSES and (handle := space.export_ids.get(id(target))) in space.claimed:
            space.claimed[handle] = own_claims(target)  # no other class for the tests, who have done it

    def delete_attribute(target: Any, name: str) -> None:
        kept = originals.pop((id(target), name), _NONE)
        if kept is _NONE:
            delattr(target, name)
        else:
            setattr(target, name, kept)

    def subclass(name: str, bases: tuple[type, ...], items: tuple[tuple[str, str, Any], ...],
                 keywords: tuple[tuple[str, Any], ...] = (), metaclass: Any = None) -> tuple[Any, ...]:
        """The class, and the names under which it holds something else than the tests have written."""
        written = [(given, own_classes.rebuilt(sort, value)) for given, sort, value in items]

        def fill(body: dict[str, Any]) -> None:  # which may be of the metaclass's making
            body["__module__"] = own_classes.MODULE
            body["__qualname__"] = name
            for given, value in written:  # a name twice, too
                body[given] = value
        made_by = {} if metaclass is None else {"metaclass": metaclass}
        made = types.new_class(name, bases, {**dict(keywords), **made_by}, fill)
        held = made.__dict__
        return made, *(given for given, value in dict(written).items() if held.get(given, _NONE) is not value)

    return {
        **{special: action for special, (_, action) in operations.ALL.items()},
        "set": set_attribute, "delete": delete_attribute, "subclass": subclass,
        "register": lambda kind, other: kind.register(other),
        "isinstance": isinstance, "issubclass": issubclass, "pickle": pickle.dumps, "unpickle": pickle.loads,
    }


def original(space: GuestSpace, owner: type, name: str) -> Any:
    """The function that a class has, or had before a test patched it."""
    return space.originals.get((id(owner), name)) or inspect.getattr_static(owner, name)


def invoke(target: Any, name: str) -> Any:
    """The function that a method call by name means."""
    return getattr(target, name)


def unbound(owner: type, name: str, target: Any) -> Any:
    """The function of one class, past what a subclass of it has: what super() means."""
    for base in owner.__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            return found.__get__(target, type(target)) if hasattr(found, "__get__") else found
    raise AttributeError(f"{owner.__name__!r} has no attribute {name!r}")
