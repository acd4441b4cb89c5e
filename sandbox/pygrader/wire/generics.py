"""Generic types (`list[int]`, `int | None`, `Optional[int]`), taken apart and put together: they cross as they are."""

from __future__ import annotations

import functools
import operator
import types
import typing
from typing import Any

from .values import Malformed

_FORMS = frozenset((
    "Any", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Callable", "Collection", "Container",
    "ContextManager", "Coroutine", "Counter", "DefaultDict", "Deque", "Dict", "FrozenSet", "Generator", "Iterable",
    "Iterator", "List", "Literal", "Mapping", "MutableMapping", "MutableSequence", "MutableSet", "Optional",
    "OrderedDict", "Sequence", "Set", "Tuple", "Type", "Union"))


def take_apart(obj: Any) -> list[Any] | None:
    """A name of typing, `|` or none, the origin, and the arguments. None for what is no generic type."""
    kind = type(obj)
    if kind is types.GenericAlias:
        return ["", obj.__origin__, obj.__args__]
    if isinstance(obj, types.UnionType):
        return ["|", None, obj.__args__]
    if obj is typing.Any:
        return ["Any", None, ()]
    if kind.__module__ != "typing" or type(getattr(obj, "__args__", None)) is not tuple:
        return None
    name = getattr(obj.__origin__, "_name", None) or obj._name
    return [name, None, obj.__args__] if name in _FORMS else None


def is_of_types(obj: Any) -> bool:
    """Whether a generic type is made of classes alone: no text that typing would evaluate, and no variable."""
    parts = take_apart(obj)
    return parts is not None and all(map(_is_type, parts[2]))


def _is_type(part: Any) -> bool:
    if take_apart(part) is not None:
        return is_of_types(part)
    return part is ... or isinstance(part, type)


def build(name: Any, origin: Any, args: Any) -> Any:
    """The type that was taken apart so. Malformed for what is none."""
    if type(name) is not str or type(args) is not tuple or name not in _FORMS | {"", "|"} or name != "Literal" and any(
            not isinstance(part, type) and part is not ... and part is not None and take_apart(part) is None
            for part in args):
        raise Malformed("a generic type")
    if name == "":
        if not isinstance(origin, type):
            raise Malformed("a generic type")
        return types.GenericAlias(origin, args)
    if name == "|":
        return functools.reduce(operator.or_, args)
    form: Any = getattr(typing, name)
    if not args:
        return form
    if name == "Callable":
        return form[args[0] if args[0] is ... else list(args[:-1]), args[-1]]
    return form[args]
