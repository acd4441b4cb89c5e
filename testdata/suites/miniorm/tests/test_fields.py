import pytest

from models import Tag, User
from orm import Field, Model


def test_fields_collected_in_order():
    assert list(User.fields) == ["name", "age", "email"]


def test_fields_of_models_are_separate():
    assert list(Tag.fields) == ["label"]


def test_base_has_no_fields():
    assert dict(Model.fields) == {}


def test_default_table_name():
    assert User.table == "user"
    assert Tag.table == "tags_table"


def test_class_access_gives_field():
    assert isinstance(User.age, Field)


def test_values_are_per_instance():
    a, b = User(name="a"), User(name="b", age=40)
    assert (a.name, a.age) == ("a", 18)
    assert (b.name, b.age) == ("b", 40)


def test_type_checked_on_init():
    with pytest.raises(TypeError, match="name"):
        User(name=3)


def test_type_checked_on_assignment():
    u = User(name="x")
    with pytest.raises(TypeError, match="age"):
        u.age = "old"
    assert u.age == 18


def test_null():
    assert User(name="x").email is None
    with pytest.raises(TypeError):
        User(name=None)


def test_required():
    with pytest.raises(TypeError, match="name"):
        User()


def test_unexpected_keyword():
    with pytest.raises(TypeError, match="colour"):
        User(name="x", colour="red")


def test_inheritance():
    class Admin(User):
        level = Field(int, default=1)

    assert list(Admin.fields) == ["name", "age", "email", "level"]
    assert list(User.fields) == ["name", "age", "email"]
    assert Admin(name="root").level == 1


def test_repr():
    assert repr(User(name="x")) == "User(id=None, name='x', age=18, email=None)"
