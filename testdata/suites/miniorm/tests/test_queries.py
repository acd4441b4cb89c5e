import pytest

from models import Tag, User
from orm import DoesNotExist


def test_save_assigns_id():
    u = User(name="eve")
    assert u.id is None
    u.save()
    assert u.id == 1


def test_save_returns_self():
    u = User(name="eve")
    assert u.save() is u


def test_save_twice_updates(database):
    u = User(name="eve").save()
    u.age = 30
    u.save()
    assert database.execute("select count(*), max(age) from user").fetchone() == (1, 30)


def test_get():
    User(name="eve", email="e@x").save()
    u = User.get(1)
    assert isinstance(u, User)
    assert (u.id, u.name, u.email) == (1, "eve", "e@x")


def test_get_missing():
    with pytest.raises(DoesNotExist):
        User.get(77)


def test_all():
    for n in "abc":
        Tag(label=n).save()
    assert [t.label for t in Tag.all()] == ["a", "b", "c"]


def test_filter():
    User(name="a", age=20).save()
    User(name="b", age=20).save()
    User(name="c", age=21).save()
    assert [u.name for u in User.filter(age=20)] == ["a", "b"]
    assert [u.name for u in User.filter(age=20, name="b")] == ["b"]
    assert User.filter(name="nobody") == []


def test_filter_unknown_field():
    with pytest.raises(AttributeError):
        User.filter(height=3)


def test_filter_is_parametrised():
    User(name="a").save()
    assert User.filter(name="' or 1=1 --") == []


def test_delete():
    u = User(name="eve").save()
    u.delete()
    assert u.id is None
    assert User.all() == []


def test_delete_unsaved():
    with pytest.raises(DoesNotExist):
        User(name="x").delete()


def test_custom_table(database):
    Tag(label="x").save()
    assert database.execute("select label from tags_table").fetchall() == [("x",)]
