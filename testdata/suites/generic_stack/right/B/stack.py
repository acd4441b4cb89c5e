import typing as t

Item = t.TypeVar("Item")


class EmptyStackError(IndexError):
    """The stack has no items."""


@t.runtime_checkable
class SupportsPush(t.Protocol[Item]):
    def push(self, item: Item) -> None:
        ...


class Stack(t.Generic[Item]):
    """Stack as linked pairs (value, rest)."""

    def __init__(self, items=None, *, capacity=float("inf")):
        self._top = None
        self._size = 0
        self.capacity = capacity
        for item in items or ():
            self.push(item)

    def _wrap(self, item):
        return item

    def push(self, item: Item) -> None:
        if self._size == self.capacity:
            raise OverflowError
        self._top = (self._wrap(item), self._top)
        self._size += 1

    def _head(self):
        if self._top is None:
            raise EmptyStackError("stack is empty")
        return self._top[0]

    def peek(self) -> Item:
        return self._head()

    def pop(self) -> Item:
        value = self.peek()
        self._top = self._top[1]
        self._size -= 1
        return value

    def __len__(self) -> int:
        return self._size

    def __iter__(self):
        node = self._top
        while node:
            yield node[0]
            node = node[1]


class MinStack(Stack):
    def _wrap(self, item):
        if self._top is None:
            return item, item
        return item, min(item, self._head()[1])

    def peek(self):
        return self._head()[0]

    def min(self):
        return self._head()[1]

    def __iter__(self):
        return (pair[0] for pair in super().__iter__())
