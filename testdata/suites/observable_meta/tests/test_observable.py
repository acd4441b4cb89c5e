import gc
import weakref
from unittest.mock import MagicMock, call, create_autospec

import pytest

from observable import Computed, Observable, ObservableProperty, Singleton


class Person(Observable):
    first = ObservableProperty("")
    last = ObservableProperty("")
    age = ObservableProperty(0, validate=lambda v: v >= 0)

    @Computed("first", "last")
    def full(self):
        return f"{self.first} {self.last}".strip()


def listener_signature(obj, name, old, new):
    """What a listener looks like."""


@pytest.fixture
def listener():
    return create_autospec(listener_signature)


@pytest.fixture
def person():
    p = Person()
    p.first, p.last = "Ada", "Lovelace"
    return p


def test_defaults():
    assert Person().first == ""
    assert Person().age == 0


def test_instances_are_independent(person):
    assert Person().first == ""


def test_listener_called(person, listener):
    person.observe("age", listener)
    person.age = 36
    listener.assert_called_once_with(person, "age", 0, 36)


def test_not_called_when_same(person, listener):
    person.observe("first", listener)
    person.first = "Ada"
    listener.assert_not_called()


def test_only_named_property(person, listener):
    person.observe("age", listener)
    person.first = "Bob"
    assert listener.call_count == 0


def test_unknown_property(person, listener):
    with pytest.raises(AttributeError):
        person.observe("height", listener)


def test_unobserve(person, listener):
    person.observe("age", listener)
    person.unobserve("age", listener)
    person.age = 1
    assert not listener.called


def test_validation(person, listener):
    person.observe("age", listener)
    with pytest.raises(ValueError, match="age"):
        person.age = -1
    assert person.age == 0
    listener.assert_not_called()


def test_computed(person):
    assert person.full == "Ada Lovelace"


def test_computed_cannot_be_set(person):
    with pytest.raises(AttributeError):
        person.full = "x"


def test_computed_notifies(person, listener):
    person.observe("full", listener)
    person.last = "Byron"
    assert listener.call_args_list == [call(person, "full", "Ada Lovelace", "Ada Byron")]


def test_batch(person, listener):
    person.observe("full", listener)
    person.observe("age", listener)
    with person.batch():
        person.first = "Bob"
        person.last = "Dylan"
        person.age = 20
        person.age = 30
        listener.assert_not_called()
    assert sorted(listener.call_args_list, key=lambda c: c.args[1]) == [
        call(person, "age", 0, 30),
        call(person, "full", "Ada Lovelace", "Bob Dylan"),
    ]


def test_batch_without_net_change(person, listener):
    person.observe("age", listener)
    with person.batch():
        person.age = 5
        person.age = 0
    listener.assert_not_called()


def test_class_access_returns_descriptor():
    assert isinstance(Person.first, ObservableProperty)


def test_no_leak():
    p = Person()
    p.first = "x"
    ref = weakref.ref(p)
    del p
    gc.collect()
    assert ref() is None


class TestSingleton:
    def test_same_instance(self):
        class A(metaclass=Singleton):
            pass

        assert A() is A()

    def test_init_runs_once(self):
        init = MagicMock()

        class A(metaclass=Singleton):
            def __init__(self, *args):
                init(*args)

        A(1)
        A(2)
        init.assert_called_once_with(1)

    def test_different_classes(self):
        class A(metaclass=Singleton):
            pass

        class B(A):
            pass

        assert A() is not B()
        assert type(B()) is B

    def test_reset(self):
        class A(metaclass=Singleton):
            pass

        first = A()
        A.reset()
        assert A() is not first
