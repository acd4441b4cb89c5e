import dataclasses
from dataclasses import FrozenInstanceError, asdict, astuple, fields, replace

import pytest

from solution import Item, Order, Version


def test_version_compares_field_by_field():
    assert Version(1, 2) == Version(1, 2, 0)
    assert Version(1, 10) > Version(1, 9, 9)
    assert sorted([Version(2), Version(1, 5), Version(1)]) == [Version(1), Version(1, 5), Version(2)]


def test_version_is_frozen():
    v = Version(1, 2, 3)
    with pytest.raises(FrozenInstanceError):
        v.major = 2
    with pytest.raises(AttributeError):
        del v.minor


def test_version_is_hashable():
    assert {Version(1): "one"}[Version(1, 0, 0)] == "one"


def test_replace():
    v = Version(1, 2, 3)
    assert replace(v, patch=4) == Version(1, 2, 4)
    assert v.patch == 3
    assert v.bump("minor") == Version(1, 3, 0)


def test_parse_and_str():
    assert Version.parse("3.11.2") == Version(3, 11, 2)
    assert str(Version(3, 11)) == "3.11.0"


def test_generated_repr():
    assert repr(Item("tea", 250, 2)) == "Item(name='tea', price=250, quantity=2)"


def test_post_init_checks():
    with pytest.raises(ValueError, match="quantity"):
        Item("tea", 250, 0)


def test_as_dict_is_deep():
    order = Order("Ann", [Item("tea", 250), Item("cup", 900, 2)])
    assert asdict(order) == {"customer": "Ann", "items": [
        {"name": "tea", "price": 250, "quantity": 1}, {"name": "cup", "price": 900, "quantity": 2}], "notes": []}
    assert astuple(Item("tea", 250)) == ("tea", 250, 1)


def test_default_lists_are_not_shared():
    a, b = Order("a"), Order("b")
    a.notes.append("fragile")
    assert b.notes == []


def test_total_is_not_a_field():
    order = Order("Ann", [Item("tea", 250, 2), Item("cup", 900)])
    assert order.total == 1400
    assert [f.name for f in fields(Order)] == ["customer", "items", "notes"]
    assert {f.name: f.default for f in fields(Item)}["quantity"] == 1


def test_notes_do_not_count_for_equality():
    assert Order("Ann", notes=["x"]) == Order("Ann", notes=["y"])
    assert Order("Ann") != Order("Bob")
    assert dataclasses.is_dataclass(Order)


def test_keyword_only():
    with pytest.raises(TypeError):
        Order("Ann", [], ["note"])
