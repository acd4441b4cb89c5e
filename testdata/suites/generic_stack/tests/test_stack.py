import typing
from typing import get_type_hints

import pytest

from stack import EmptyStackError, MinStack, SupportsPush, Stack


def test_lifo():
    s = Stack()
    s.push(1)
    s.push(2)
    assert s.pop() == 2
    assert s.pop() == 1


def test_peek_keeps():
    s = Stack([1, 2])
    assert s.peek() == 2
    assert len(s) == 2


def test_pop_empty():
    with pytest.raises(EmptyStackError):
        Stack().pop()


def test_peek_empty():
    with pytest.raises(EmptyStackError):
        Stack().peek()


def test_error_is_index_error():
    assert issubclass(EmptyStackError, IndexError)


def test_iterate_top_first():
    assert list(Stack("abc")) == ["c", "b", "a"]


def test_iteration_does_not_consume():
    s = Stack([1, 2])
    list(s)
    assert len(s) == 2


def test_truthiness():
    assert not Stack()
    assert Stack([0])


def test_source_list_not_shared():
    src = [1]
    s = Stack(src)
    s.push(2)
    assert src == [1]


def test_generic():
    assert issubclass(Stack, typing.Generic)
    assert Stack[int]([1]).pop() == 1


def test_capacity():
    s = Stack(capacity=1)
    s.push("x")
    with pytest.raises(OverflowError):
        s.push("y")
    assert s.peek() == "x"


def test_min_stack():
    m = MinStack()
    for x in [3, 5, 2, 2, 4]:
        m.push(x)
    assert m.min() == 2
    m.pop(), m.pop()
    assert m.min() == 2
    m.pop()
    assert m.min() == 3


def test_min_stack_is_stack():
    assert isinstance(MinStack([1]), Stack)
    assert MinStack([4, 1, 9]).min() == 1


def test_min_empty():
    with pytest.raises(EmptyStackError):
        MinStack().min()


def test_min_is_constant_time():
    m = MinStack()
    for i in range(20000):
        m.push(-i)

    class Loud(int):
        compared = 0

        def __lt__(self, other):
            Loud.compared += 1
            return int(self) < int(other)

        __gt__ = __le__ = __ge__ = __lt__

    m.push(Loud(5))
    before = Loud.compared
    m.min()
    assert Loud.compared - before == 0


def test_protocol_is_runtime_checkable():
    class Duck:
        def push(self, item):
            pass

    assert isinstance(Stack(), SupportsPush)
    assert isinstance(Duck(), SupportsPush)
    assert not isinstance([], SupportsPush)


def test_annotated():
    assert get_type_hints(Stack.__len__)["return"] is int
    assert "item" in get_type_hints(Stack.push)
