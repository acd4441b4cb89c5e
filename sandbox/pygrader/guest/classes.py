"""The candidate's classes as the interface `objects` shows them: what the judge is told, and what it asks of them."""

from __future__ import annotations

import collections
import dataclasses
import enum
import functools
import inspect
import pickle
import types
import typing
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..wire import operations, table
from ..wire.values import FIXED, INLINE, PLAIN, Parts, base_of
from . import stand_ins

if TYPE_CHECKING:
    from .space import GuestSpace

_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType,
              types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType,
              functools.partial, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
_UNBASED = (object, typing.Protocol, typing.NamedTuple)
_BASES = ("builtins", "abc", "collections", "collections.abc", "typing", "enum")  # whose classes the judge has too
_NONE: Any = object()
COPIED = (int, float, str, bytes, tuple, frozenset, complex)
"""Types of data whose subclasses arrive as instances of their class."""
REFILLED = (list, dict, set, collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter)
"""The same of containers."""


def is_plain(obj: Any) -> bool:
    """Whether an object is shown as a function or an iterator rather than as an instance of its class."""
    kind = type(obj)
    return (isinstance(obj, _FUNCTIONS) or issubclass(kind, type)
            or table.position(kind) is not None
            or kind.__module__ in ("builtins", "itertools") and hasattr(kind, "__next__"))


def describe_instance(obj: Any) -> tuple[str, Parts]:
    """What the judge is told of an instance of a candidate's class."""
    kind = type(obj)
    if isinstance(obj, enum.Enum):
        return "e", [kind, obj._value_]
    base = base_of(kind)
    if base in COPIED:
        return "d", [kind, _contents(base, obj)]
    return "o", [kind]


def _contents(base: type, obj: Any) -> Any:
    """The value of the base type that obj holds, without asking its class."""
    if base in PLAIN:
        return PLAIN[base](obj)
    return FIXED[base].build(FIXED[base].split(obj))


def describe_class(space: GuestSpace, kind: type) -> tuple[str, Parts]:
    """Names, bases, special methods, functions and other attributes, and what is particular to its sort of class."""
    own = dict(kind.__dict__)
    claims = {name for name in own if name in operations.CLAIMS and own[name] is not None}
    claims.update(*map(_inherited, kind.__bases__))
    for name in tuple(claims):
        claims.update(operations.IMPLIED.get(name, ()))
    if own.get("__hash__", ...) is None:
        claims.add("unhashable")
    if (getattr(kind, "_is_protocol", False) or "__subclasshook__" in own or type(kind) is not type
            or issubclass(kind, type)):
        claims.add("__instancecheck__")
    functions = [(name, _doc(value), _sort(value)) for name, value in own.items()
                 if isinstance(value, types.FunctionType) and _ordinary(name)]
    others = [name for name, value in own.items()
              if not isinstance(value, types.FunctionType) and type(name) is str and not name.startswith("__")]
    return "C", [_text(kind.__name__), _text(kind.__module__), _text(kind.__qualname__), _doc(kind), _bases(kind),
                 tuple(sorted(claims)), tuple(functions), tuple(others), _particulars(space, kind)]


def _inherited(base: type) -> Iterable[str]:
    """The special methods of a base that is no class in the judge, such as contextlib.ContextDecorator."""
    if id(base) not in table.NUMBERS or base_of(base) is not None or base.__module__ in _BASES:
        return ()
    return (name for above in base.__mro__ if above is not object for name in vars(above) if name in operations.CLAIMS)


def _ordinary(name: Any) -> bool:
    return type(name) is str and (not name.startswith("__") or name == "__init__" or not name.endswith("__"))


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
                                       _default(field)) for field in dataclasses.fields(kind)),
                                (params.eq, params.order, params.frozen)))
    members: dict[str, Any] = getattr(kind, "__members__", {}) if isinstance(kind, enum.EnumMeta) else {}
    if members:
        found += ("members", tuple((name, member._value_, _known(space, member))
                                   for name, member in members.items()))
    if (library := table.position_of_library(kind)) is not None:
        found += ("library", library)
    annotations = own.get("__annotations__")
    if isinstance(annotations, dict):
        found += ("annotations", tuple((_text(name), value if type(value) is str or id(value) in table.NUMBERS
                                        else _text(getattr(value, "__name__", None)) or repr(value))
                                       for name, value in annotations.items()))
    return tuple(found)


def _default(field: dataclasses.Field[Any]) -> tuple[Any, ...]:
    """() for none, (value,) for a default that is a scalar, (None, None) for any other and for factories."""
    if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
        return ()
    return (field.default,) if type(field.default) in INLINE else (None, None)


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

    def delete_attribute(target: Any, name: str) -> None:
        kept = originals.pop((id(target), name), _NONE)
        if kept is _NONE:
            delattr(target, name)
        else:
            setattr(target, name, kept)

    def subclass(name: str, bases: tuple[type, ...], items: tuple[tuple[str, str, Any], ...]) -> type:
        body = {given: stand_ins.rebuilt(sort, value) for given, sort, value in items}
        return types.new_class(name, bases, {}, lambda space: space.update({"__module__": "tests", **body}))

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
            return base.__dict__[name].__get__(target, type(target))
    raise AttributeError(f"{owner.__name__!r} has no attribute {name!r}")
