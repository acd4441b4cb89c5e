"""What typing makes of a class's annotations that are texts."""

# interface: objects
import typing

import pytest
from solution import Category, Item, Special


@pytest.mark.parametrize("name, kind", [("price", float), ("category", Category)])
def test_names(name, kind):
    assert typing.get_type_hints(Item)[name] is kind
    assert Item.__annotations__[name] == kind.__name__


def test_inherited():
    hints = typing.get_type_hints(Special)
    assert hints["more"] is int and hints["category"] is Category and list(hints) == [
        "price", "category", "tags", "above", "more"]


def test_generic():
    assert typing.get_type_hints(Item)["tags"] == (list[str] | None)
    assert typing.get_type_hints(Item)["above"] == typing.Optional[Item]
