import array
import collections
import datetime
import decimal
import fractions
import math
import operator
import pathlib
import types
import uuid
import zoneinfo

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
    "PurePath": pathlib.PurePosixPath("a/b"), "PureWindowsPath": pathlib.PureWindowsPath("c:/a"),
    "Path": pathlib.Path("c"), "UUID": uuid.UUID(int=7),
    "ZoneInfo": zoneinfo.ZoneInfo("Europe/Berlin"),
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


@pytest.mark.parametrize("value", [(), [], {}, set(), frozenset(), "", b"", bytearray(), collections.deque(maxlen=0),
                                   array.array("b"), range(0)], ids=lambda value: type(value).__name__)
def test_empty(value):
    """What holds nothing comes back as nothing of its kind."""
    got = solution.same(value)
    assert type(got) is type(value) and got == value


def test_texts():
    """Control characters, quotes, separators and characters outside the first plane."""
    for value in ("\x00\x1f\x7f", "\"'\\/", "\u2028\u2029\ufeff", "\U0001f40d", "a" * 4096, "é" * 4097):
        assert solution.same(value) == value


def test_special_decimals():
    """NaN, infinity, minus zero, and an exponent that no int should be made of."""
    for text in ("NaN", "sNaN1", "-Infinity", "-0.00", "1E+999999", "1E-999999"):
        got = solution.same(decimal.Decimal(text))
        assert type(got) is decimal.Decimal and str(got) == text


def test_times():
    """fold, microseconds and zones are kept."""
    zone = datetime.timezone(datetime.timedelta(hours=-3, minutes=-30), "N")
    for value in (datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=zone), datetime.time(1, 2, 3, 999999, fold=1),
                  datetime.datetime.max, datetime.date.min, -datetime.timedelta(microseconds=1)):
        got = solution.same(value)
        assert repr(got) == repr(value) and getattr(got, "fold", 0) == getattr(value, "fold", 0)


def test_keys_of_every_kind():
    """What hashes may be a key, and the order of keys is kept."""
    keys = [None, True, 2, 1.5, 1j, "s", b"b", (1, (2, "x")), frozenset({3}), datetime.date(2024, 1, 1),
            decimal.Decimal("2.5"), fractions.Fraction(1, 3), range(3), uuid.UUID(int=1), pathlib.PurePosixPath("p"),
            ..., int, len, 10**5000]
    got = solution.same({key: number for number, key in enumerate(keys)})
    assert list(got) == keys and list(got.values()) == list(range(len(keys)))


def test_library_functions_cross_by_number():
    """Functions and methods of the library's table are the same objects on both sides."""
    for function in (operator.add, math.sqrt, str.upper, sorted, collections.Counter, print):
        assert solution.same(function) is function


def test_commas_are_no_parts():
    """Rows of a large table of text count as one value each, whatever stands in them."""
    rows = ["," * 4000 + '"[{' + str(number) for number in range(500)]
    assert solution.same(rows) == rows


def test_a_time_in_a_named_zone():
    """Its zone is the same object on both sides, and knows when summer ends."""
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    before = datetime.datetime(2024, 10, 26, 12, tzinfo=berlin)
    after = solution.same(before) + datetime.timedelta(days=1)
    assert after.tzinfo is berlin and after.utcoffset() == datetime.timedelta(hours=1) != before.utcoffset()
