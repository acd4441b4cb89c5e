import array
import collections
import datetime
import decimal
import fractions
import math
import pathlib
import types
import uuid

import pytest
import solution

VALUES = {
    "None": None, "bool": True, "int": 2**100, "float": -0.0, "complex": 1 - 2j, "str": "a\ud800é",
    "bytes": b"\x00\xff", "bytearray": bytearray(b"ab"), "list": [1, [2]], "tuple": (1, (2,)), "set": {1, (2, 3)},
    "frozenset": frozenset({1, "a"}), "dict": {"k": [1], (1, 2): None}, "range": range(1, 10, 3),
    "slice": slice(1, None, 2), "Ellipsis": ..., "NotImplemented": NotImplemented,
    "Decimal": decimal.Decimal("1.10"), "Fraction": fractions.Fraction(2, 6),
    "datetime": datetime.datetime(2024, 2, 29, 1, 2, 3, 4, datetime.timezone.utc),
    "date": datetime.date(2024, 2, 29), "time": datetime.time(1, 2, 3), "timedelta": datetime.timedelta(1, 2, 3),
    "timezone": datetime.timezone(datetime.timedelta(hours=2), "X"), "deque": collections.deque([1, 2], 3),
    "OrderedDict": collections.OrderedDict(b=1, a=2), "defaultdict": collections.defaultdict(list, a=[1]),
    "Counter": collections.Counter("aab"), "ChainMap": collections.ChainMap({"a": 1}, {"b": 2}),
    "array": array.array("d", [1.5, 2.5]), "dict_keys": {"a": 1}.keys(), "dict_values": {"a": 1}.values(),
    "dict_items": {"a": 1}.items(), "mappingproxy": types.MappingProxyType({"a": [1]}),
    "PurePath": pathlib.PurePosixPath("a/b"), "Path": pathlib.Path("c"), "UUID": uuid.UUID(int=7),
}


@pytest.mark.parametrize("name", VALUES)
def test_type_crosses_both_ways(name):
    """Every type of data comes back as it went, by type and by value, and is made by the solution alike."""
    for got in (solution.same(VALUES[name]), solution.make()[name]):
        assert type(got) is type(VALUES[name])
        assert repr(got) == repr(VALUES[name])
    assert solution.kind(VALUES[name]) == type(VALUES[name]).__name__


def test_special_floats():
    """nan, inf and -0.0 keep their bits."""
    assert math.isnan(solution.same(math.nan)) and solution.same(-math.inf) == -math.inf
    assert math.copysign(1, solution.same(-0.0)) == -1


def test_large_ints_and_texts():
    """Numbers beyond what may be printed, long texts, pairs of lone surrogates."""
    for value in (10**6000, -(2**5000), "é" * 10_000, "\ud83d\ude00", b"x" * 100_000, 2**63, -(2**63) - 1):
        assert solution.same(value) == value


def test_subclass_arrives_as_its_base():
    """A named tuple, an IntEnum and a lying str arrive as what they hold."""
    point, red, lie = solution.subclasses()
    assert point == (1, 2) and red == 1
    assert lie == "lie"


def test_builtins_cross_by_number():
    """Built-in types, functions and exceptions are the same objects on both sides."""
    assert solution.types_given() == [int, ValueError, len, list]
    made = solution.factory()
    made["a"].append(1)
    assert made == {"a": [1]} and made.default_factory is list


def test_deep_nesting():
    """Depth costs no stack."""
    deep = []
    for _ in range(20_000):
        deep = [deep]
    assert solution.same(deep) is deep
