import datetime
import json

import pytest

from solution import SerializeError, dumps, loads, register


VALUES = [None, True, False, 0, -12, 1.5, "", "text", "quote \" and \\ and \n", [], [1, [2, []]], {},
          {"a": {"b": [None]}}, "ünï"]


def test_agrees_with_the_json_module():
    for value in VALUES:
        text = dumps(value)
        assert json.loads(text) == value
        assert loads(text) == value


def test_types_survive():
    assert loads("true") is True
    assert type(loads("1")) is int
    assert type(loads("1.0")) is float
    assert loads("1e3") == 1000.0


def test_compact_and_sorted():
    assert dumps({"b": 1, "a": [1, 2]}) == '{"a":[1,2],"b":1}'


def test_indent():
    assert dumps({"a": [1], "b": {}}, indent=2) == '{\n  "a": [\n    1\n  ],\n  "b": {}\n}'


def test_dates_by_registration():
    register(datetime.date, datetime.date.isoformat)
    assert dumps([datetime.date(2024, 5, 6)]) == '["2024-05-06"]'


def test_classes_of_the_test_by_registration():
    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

    register(Point, lambda p: {"x": p.x, "y": p.y})
    assert dumps([Point(1, 2)]) == '[{"x":1,"y":2}]'


def test_objects_with_a_method():
    class Money:
        def to_json(self):
            return "5 EUR"

    assert dumps({"price": Money()}) == '{"price":"5 EUR"}'


def test_unknown_objects():
    with pytest.raises(SerializeError, match=r"cannot serialize complex at \$\.a\[1\]"):
        dumps({"a": [0, 1j]})


def test_cycles():
    loop = []
    loop.append(loop)
    with pytest.raises(SerializeError, match="cycle"):
        dumps(loop)


def test_sharing_is_no_cycle():
    shared = [1]
    assert dumps([shared, shared]) == "[[1],[1]]"


@pytest.mark.parametrize("text, position", [("", 0), ("[1,]", 3), ('{"a" 1}', 5), ("1 1", 2)])
def test_malformed(text, position):
    with pytest.raises(ValueError) as info:
        loads(text)
    assert info.value.position == position


def test_object_hook():
    assert loads('[{"x":1}]', hook=lambda d: tuple(d.items())) == [(("x", 1),)]
