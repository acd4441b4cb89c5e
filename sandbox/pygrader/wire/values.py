"""How each type of data is taken apart and put together (PROTOCOL.md, "Values").

Reading goes through the slots of the built-in base type, so a subclass with lying methods is read as what it holds.
"""

from __future__ import annotations

import array
import collections
import ctypes
import datetime
import decimal
import fractions
import gc
import operator
import pathlib
import re
import types
import uuid
import zoneinfo
from collections.abc import Callable
from typing import Any, NamedTuple

from . import limits

__tracebackhide__ = True  # pytest: no frame of this module is the test's

OF_CLASS = "k"
"""The tag of a container of a candidate's class: before its own tag and number stands the class."""

INLINE = frozenset((type(None), bool, int, float, str))
"""Scalars that stand in a node as they are."""

Parts = list[Any]


_MAX_FRACTION_BITS = 1 << 17


class Malformed(Exception):
    """What came over the wire is not a message."""


_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)


def too_many_parts(text: bytes) -> bool:
    """Whether the JSON of a message has more nodes and items than may cross; what stands in strings is none."""
    if len(text) <= limits.MAX_NODES or _parts(text) <= limits.MAX_NODES:
        return False
    return _parts(_STRINGS.sub(b"", text)) > limits.MAX_NODES


def _parts(text: bytes) -> int:
    return text.count(b"[") + text.count(b",") + text.count(b"{")


class Fixed(NamedTuple):
    """A type whose values do not change: its tag, and how to split a value into parts and build one of them."""

    tag: str
    split: Callable[[Any], Parts]
    build: Callable[[Parts], Any]


class Container(NamedTuple):
    """A type whose values change in place: they cross with a number and are refilled."""

    tag: str
    new: Callable[[], Any]
    read: Callable[[Any], Parts]
    write: Callable[[Any, Parts], None]
    hashes: bool  # filled last, its keys checked


def _flat(mapping: Any) -> Parts:
    parts: Parts = []
    for pair in dict.items(mapping):
        parts += pair
    return parts


def _refill_dict(target: dict[Any, Any], parts: Parts) -> None:
    dict.clear(target)
    keys, values = parts[::2], parts[1::2]
    for key, value in zip(keys, values, strict=True):
        dict.__setitem__(target, key, value)


def _refill_ordered(target: collections.OrderedDict[Any, Any], parts: Parts) -> None:
    collections.OrderedDict.clear(target)
    for key, value in zip(parts[::2], parts[1::2], strict=True):
        collections.OrderedDict.__setitem__(target, key, value)


def _refill_list(target: list[Any], parts: Parts) -> None:
    list.__setitem__(target, slice(None), parts)


def _refill_set(target: set[Any], parts: Parts) -> None:
    set.clear(target)
    set.update(target, parts)


def _refill_deque(target: collections.deque[Any], parts: Parts) -> None:
    collections.deque.clear(target)
    collections.deque.extend(target, parts[1:])


def _refill_default(target: collections.defaultdict[Any, Any], parts: Parts) -> None:
    vars(collections.defaultdict)["default_factory"].__set__(target, parts[0])  # not by what a subclass has
    _refill_dict(target, parts[1:])


def _refill_chain(target: collections.ChainMap[Any, Any], parts: Parts) -> None:
    target.maps[:] = parts


def _refill_bytearray(target: bytearray, parts: Parts) -> None:
    bytearray.__setitem__(target, slice(None), parts[0])


def _refill_array(target: array.array[Any], parts: Parts) -> None:
    del target[:]
    target.frombytes(parts[1])


def _ordered(mapping: Any) -> Parts:
    parts: Parts = []
    for key in collections.OrderedDict.__iter__(mapping):
        parts += (key, dict.__getitem__(mapping, key))
    return parts


CONTAINERS: dict[type, Container] = {
    list: Container("l", list, lambda x: list.__getitem__(x, slice(None)), _refill_list, False),
    dict: Container("d", dict, _flat, _refill_dict, True),
    set: Container("S", set, lambda x: list(set.__iter__(x)), _refill_set, True),
    bytearray: Container("ba", bytearray, lambda x: [bytes(x)], _refill_bytearray, False),
    collections.deque: Container(
        "dq", collections.deque, lambda x: [x.maxlen, *collections.deque.__iter__(x)], _refill_deque, False),
    collections.OrderedDict: Container("od", collections.OrderedDict, _ordered, _refill_ordered, True),
    collections.defaultdict: Container(
        "dd", collections.defaultdict, lambda x: [x.default_factory, *_flat(x)], _refill_default, True),
    collections.Counter: Container("ct", collections.Counter, _flat, _refill_dict, True),
    collections.ChainMap: Container("cm", collections.ChainMap, lambda x: list(x.maps), _refill_chain, False),
    array.array: Container(
        "ar", lambda: array.array("b"), lambda x: [x.typecode, x.tobytes()], _refill_array, False),
}
CONTAINER_TAGS = {container.tag: (kind, container) for kind, container in CONTAINERS.items()}
_RAW = frozenset((bytearray, array.array))
_VIEWS = {type({}.keys()): "dk", type({}.values()): "dv", type({}.items()): "di", types.MappingProxyType: "mp"}


_MANY = 100  # elements from which on it takes less to compare lists as memory
_LAYOUT_KNOWN = object.__basicsize__ == 16 and list.__basicsize__ == 40  # CPython's listobject.h, with the GIL
_ITEMS = 24  # bytes from the begin of a list to the pointer to its elements
_memcmp = ctypes.PyDLL(None).memcmp  # which holds the GIL
_memcmp.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)


def unchanged(kind: type, before: Parts, now: Parts) -> bool:
    """Whether a container's own elements are the very objects that they were."""
    if kind in _RAW:
        return before == now
    if len(before) != len(now):
        return False
    if len(now) < _MANY or not _LAYOUT_KNOWN:
        return all(map(operator.is_, before, now))
    # At each call every container is looked at: 100,000 elements take 2 ms by their identities, 0.04 by their pointers.
    held = (ctypes.c_void_p.from_address(id(parts) + _ITEMS) for parts in (before, now))
    return bool(_memcmp(*held, ctypes.sizeof(ctypes.c_void_p) * len(now)) == 0)


def new_container(tag: str, parts: Parts) -> Any:
    """An empty container of the kind, with what cannot be set later taken from its parts."""
    if tag == "dq":
        if not (parts and (parts[0] is None or type(parts[0]) is int and 0 <= parts[0] < 1 << 62)):
            raise Malformed("length of a deque")
        return collections.deque(maxlen=parts[0])
    if tag == "ar":
        if not (len(parts) == 2 and type(parts[0]) is str and parts[0] in array.typecodes):
            raise Malformed("type of an array")
        return array.array(parts[0])
    return CONTAINER_TAGS[tag][1].new()


def _exactly(*kinds: type) -> Callable[[Parts], None]:
    def check(parts: Parts) -> None:
        if len(parts) != len(kinds) or any(type(part) is not kind for part, kind in zip(parts, kinds)):
            raise Malformed("parts of a value")
    return check


def _typed(make: Callable[..., Any], *kinds: type) -> Callable[[Parts], Any]:
    check = _exactly(*kinds)

    def build(parts: Parts) -> Any:
        check(parts)
        return make(*parts)
    return build


def _slice(parts: Parts) -> slice:
    start, stop, step = parts
    return slice(start, stop, step)


def _zone(value: Any) -> datetime.tzinfo | None:
    """A zone that is data, or a side's own on its way back."""
    if value is not None and type(value) not in (datetime.timezone, zoneinfo.ZoneInfo) and (
            not isinstance(value, datetime.tzinfo) or is_stand_in(value)):
        raise Malformed("time zone")
    zone: datetime.timezone | None = value
    return zone


def is_stand_in(value: Any) -> bool:
    """Whether an object stands in the judge for a candidate's."""
    return hasattr(type(value), "_pygrader")


def _told_zone(value: Any) -> Any:
    """The zone of a time as it crosses: one of a class of a side's own by what it says now, but on its way back."""
    zone = value.tzinfo
    if zone is None or type(zone) in (datetime.timezone, zoneinfo.ZoneInfo) or is_stand_in(zone):
        return zone
    offset = value.utcoffset()
    try:
        name = value.tzname()
    except NotImplementedError:
        name = None
    return None if offset is None else datetime.timezone(offset, *([name] if type(name) is str else []))


def _whole(parts: Parts) -> Parts:
    if any(type(part) is not int for part in parts):
        raise Malformed("a number of a date")
    return parts


def has_own_zone(value: Any) -> bool:
    """Whether a time, or a zone, needs code of its side's own, or a file without a name, for what it says."""
    zone = value if isinstance(value, zoneinfo.ZoneInfo) else value.tzinfo
    return zone is not None and type(zone) is not datetime.timezone and (
        type(zone) is not zoneinfo.ZoneInfo or zone.key is None)


def _datetime(parts: Parts) -> datetime.datetime:
    year, month, day, hour, minute, second, micro, fold = _whole(parts[:8])
    return datetime.datetime(year, month, day, hour, minute, second, micro, _zone(*parts[8:]), fold=fold)


def _time(parts: Parts) -> datetime.time:
    hour, minute, second, micro, fold = _whole(parts[:5])
    return datetime.time(hour, minute, second, micro, _zone(*parts[5:]), fold=fold)


def _timezone(parts: Parts) -> datetime.timezone:
    offset, *name = parts
    if type(offset) is not datetime.timedelta or any(type(part) is not str for part in name):
        raise Malformed("time zone")
    return datetime.timezone(offset, *name)


def _named_zone(key: str) -> datetime.tzinfo:
    try:
        return zoneinfo.ZoneInfo(key)
    except (ValueError, OSError, KeyError):  # no name of a zone, or of none that there is
        raise Malformed("time zone") from None


def _split_slice(value: slice) -> Parts:
    return [value.start, value.stop, value.step]


def _split_datetime(x: datetime.datetime) -> Parts:
    return [x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.fold, _told_zone(x)]


def _split_time(x: datetime.time) -> Parts:
    return [x.hour, x.minute, x.second, x.microsecond, x.fold, _told_zone(x)]


def _fraction(numerator: int, denominator: int) -> fractions.Fraction:
    if max(numerator.bit_length(), denominator.bit_length()) > _MAX_FRACTION_BITS:
        raise Malformed("a fraction whose common divisor would take too long to find")
    return fractions.Fraction(numerator, denominator)


def _path(kind: type) -> Fixed:
    return Fixed("p:" + kind.__name__, lambda x: [str(x)], _typed(kind, str))


FIXED: dict[type, Fixed] = {
    tuple: Fixed("t", lambda x: list(tuple.__iter__(x)), tuple),
    frozenset: Fixed("f", lambda x: list(frozenset.__iter__(x)), frozenset),
    complex: Fixed("c", lambda x: [complex.__complex__(x).real, complex.__complex__(x).imag],
                   _typed(complex, float, float)),
    range: Fixed("r", lambda x: [x.start, x.stop, x.step], _typed(range, int, int, int)),
    slice: Fixed("sl", _split_slice, _slice),
    decimal.Decimal: Fixed("D", lambda x: [decimal.Decimal.__str__(x)], _typed(decimal.Decimal, str)),
    fractions.Fraction: Fixed("F", lambda x: [x.numerator, x.denominator], _typed(_fraction, int, int)),
    datetime.datetime: Fixed("dt", _split_datetime, _datetime),
    datetime.date: Fixed("da", lambda x: [x.year, x.month, x.day], _typed(datetime.date, int, int, int)),
    datetime.time: Fixed("ti", _split_time, _time),
    datetime.timedelta: Fixed("td", lambda x: [x.days, x.seconds, x.microseconds],
                              _typed(datetime.timedelta, int, int, int)),
    datetime.timezone: Fixed("tz", lambda x: list(x.__getinitargs__()), _timezone),
    zoneinfo.ZoneInfo: Fixed("zi", lambda x: [x.key], _typed(_named_zone, str)),
    uuid.UUID: Fixed("u", lambda x: [x.int], _typed(lambda number: uuid.UUID(int=number), int)),
    **{kind: _path(kind) for kind in (pathlib.PurePosixPath, pathlib.PureWindowsPath, pathlib.PosixPath)},
}
ZONED = frozenset((datetime.datetime, datetime.time, zoneinfo.ZoneInfo))
FIXED_TAGS = {fixed.tag: fixed for fixed in FIXED.values()}
SINGLETONS: dict[int, str] = {id(...): "el", id(NotImplemented): "ni"}
SINGLETON_TAGS: dict[str, object] = {"el": ..., "ni": NotImplemented}
VIEW_TAGS = {tag: kind for kind, tag in _VIEWS.items()}

BASES: tuple[type, ...] = (
    bool, int, float, str, bytes, *(kind for kind in CONTAINERS if kind is not dict), dict,
    datetime.datetime, *(kind for kind in FIXED if kind is not datetime.datetime),
)
"""Every type of data, subclasses before their bases."""


def base_of(kind: type) -> type | None:
    """The type of data that kind is or inherits from, if any."""
    for base in type.mro(kind):
        if base in EXACT:
            return base
    return None


EXACT = frozenset(BASES)

OF_LIBRARY: tuple[type, ...] = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta, fractions.Fraction,
                                decimal.Decimal)
"""Types of data below which the candidate's classes keep their class, beside the built-in ones."""

PLAIN: dict[type, Callable[[Any], Any]] = {
    bool: bool, int: int.__pos__, float: float.__pos__, str: str.__str__,
    bytes: lambda x: bytes.__getitem__(x, slice(None)),
}
"""Makes an exact scalar of an instance of a subclass, without asking the subclass."""


def split_view(view: Any) -> tuple[str, Any] | None:
    """The tag of a view on a dict, and that dict; None for anything else."""
    tag = _VIEWS.get(type(view))
    if tag is None:
        return None
    proxy = view if tag == "mp" else view.mapping
    return tag, gc.get_referents(proxy)[0]


def build_view(tag: str, target: Any) -> Any:
    """The view on target that the tag stands for."""
    if not isinstance(target, dict):
        raise Malformed("a view on what is no dict")
    if tag == "mp":
        return types.MappingProxyType(target)
    return {"dk": target.keys, "dv": target.values, "di": target.items}[tag]()
