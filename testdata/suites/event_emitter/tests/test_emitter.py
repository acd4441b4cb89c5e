from unittest.mock import Mock, call

import pytest

from solution import Emitter, Stop


@pytest.fixture
def emitter():
    return Emitter()


def test_listeners_get_the_arguments(emitter):
    listener = Mock()
    emitter.on("save", listener)
    emitter.emit("save", 1, name="x")
    listener.assert_called_once_with(1, name="x")


def test_in_order_of_priority(emitter):
    order = []
    emitter.on("e", lambda: order.append("late"), priority=1)
    emitter.on("e", lambda: order.append("first"), priority=9)
    emitter.on("e", lambda: order.append("later"), priority=1)
    assert emitter.emit("e") == 3
    assert order == ["first", "late", "later"]


def test_once(emitter):
    listener = Mock()
    emitter.once("e", listener)
    emitter.emit("e", 1)
    emitter.emit("e", 2)
    assert listener.mock_calls == [call(1)]


def test_off(emitter):
    listener = Mock()
    emitter.on("e", listener)
    assert emitter.off("e", listener) is True
    assert emitter.off("e", listener) is False
    emitter.emit("e")
    listener.assert_not_called()


def test_as_a_decorator(emitter):
    @emitter.on("greet")
    def hello(name):
        greeted.append(name)

    greeted = []
    emitter.emit("greet", "Ann")
    assert greeted == ["Ann"]
    hello("direct")
    assert greeted == ["Ann", "direct"]


def test_stop_ends_the_round(emitter):
    after = Mock()

    def stopper():
        raise Stop

    emitter.on("e", stopper)
    emitter.on("e", after)
    assert emitter.emit("e") == 1
    after.assert_not_called()


def test_errors_are_collected(emitter):
    error = ValueError("broken listener")
    good = Mock()
    emitter.on("e", Mock(side_effect=error))
    emitter.on("e", good)
    with pytest.raises(ExceptionGroup) as info:
        emitter.emit("e")
    assert info.value.exceptions == (error,)
    assert info.value.exceptions[0] is error
    good.assert_called_once()


def test_wildcard(emitter):
    log = []
    emitter.on("*", lambda event, *args: log.append((event, *args)))
    emitter.emit("a", 1)
    emitter.emit("b")
    assert log == [("a", 1), ("b",)]


def test_listener_added_during_emit_waits(emitter):
    log = []

    def adder():
        log.append("adder")
        emitter.on("e", lambda: log.append("added"))

    emitter.once("e", adder)
    emitter.emit("e")
    assert log == ["adder"]
    emitter.emit("e")
    assert log == ["adder", "added"]


def test_nested_emit(emitter):
    log = []
    emitter.on("outer", lambda: (log.append("outer"), emitter.emit("inner"), log.append("end")))
    emitter.on("inner", lambda: log.append("inner"))
    emitter.emit("outer")
    assert log == ["outer", "inner", "end"]


def test_bound_methods(emitter):
    class Window:
        def __init__(self):
            self.size = 0

        def resize(self, size):
            self.size = size

    window = Window()
    emitter.on("resize", window.resize)
    emitter.emit("resize", 80)
    assert window.size == 80
    assert emitter.off("resize", window.resize)
    assert emitter.count("resize") == 0
