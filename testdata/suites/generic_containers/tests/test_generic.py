from typing import Generic

import pytest

from solution import Box, Maybe, Ok, Err, TypedList, parse_int


def test_box_maps():
    assert Box(3).map(lambda n: n + 1) == Box(4)
    assert Box("a").map(str.upper).value == "A"
    assert Box(1) != Box("1")


def test_box_is_generic():
    assert issubclass(Box, Generic)
    assert Box[int](5).value == 5
    assert isinstance(Box[str]("x"), Box)


def test_maybe_chain_stops_at_nothing():
    steps = []

    def step(n):
        steps.append(n)
        return None if n > 1 else n + 1

    result = Maybe(0).bind(step).bind(step).bind(step).bind(step)
    assert result.is_nothing
    assert steps == [0, 1, 2]


def test_maybe_or_else():
    assert Maybe(None).or_else(7) == 7
    assert Maybe(0).or_else(7) == 0


def test_results():
    assert parse_int("12") == Ok(12)
    assert isinstance(parse_int("x"), Err)
    assert parse_int("x").error == "not a number: 'x'"


def test_unwrap():
    assert Ok(1).unwrap() == 1
    with pytest.raises(RuntimeError, match="boom"):
        Err("boom").unwrap()


@pytest.mark.parametrize("text, expected", [("2", 4), ("y", None)])
def test_result_then(text, expected):
    result = parse_int(text).then(lambda n: Ok(n * 2))
    assert (result.value if isinstance(result, Ok) else None) == expected


def test_typed_list_checks():
    numbers = TypedList(int)
    numbers.append(1)
    with pytest.raises(TypeError, match="expected int, got str: 'two'"):
        numbers.append("two")
    assert list(numbers) == [1]


def test_typed_list_of_candidate_type():
    boxes = TypedList(Box)
    box = Box(1)
    boxes.append(box)
    assert boxes[0] is box
    assert len(boxes) == 1
    assert box in boxes


def test_typed_list_of_test_type():
    class Animal:
        pass

    class Dog(Animal):
        pass

    animals = TypedList(Animal)
    rex = Dog()
    animals.append(rex)
    assert animals[0] is rex
    with pytest.raises(TypeError, match="expected Animal"):
        animals.append(object())


def test_typed_list_insert_and_slice_from_mutable_sequence():
    letters = TypedList(str, "ad")
    letters[1:1] = ["b", "c"]
    letters.reverse()
    letters += ["!"]
    assert "".join(letters) == "dcba!"
    assert letters.index("b") == 2
