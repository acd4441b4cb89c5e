from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class EmptyStackError(IndexError):
    pass


class SupportsPush(Protocol):
    def push(self, item): ...


class Stack(Generic[T]):
    def __init__(self, items=(), capacity=None):
        self._items = list(items)
        self._capacity = capacity

    def push(self, item: T) -> None:
        self._items.append(item)
        if self._capacity and len(self._items) > self._capacity:
            raise OverflowError("full")

    def pop(self) -> T:
        if not self._items:
            raise EmptyStackError()
        return self._items.pop()

    def peek(self) -> T:
        return self._items[-1]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self):
        while self._items:
            yield self._items.pop()


class MinStack(Stack[T]):
    def __init__(self, items=()):
        super().__init__(items)
        self._mins = list(items)

    def push(self, item):
        super().push(item)
        if not self._mins or item < self._mins[-1]:
            self._mins.append(item)

    def pop(self):
        item = super().pop()
        if item == self._mins[-1]:
            self._mins.pop()
        return item

    def min(self):
        if not self._mins:
            raise EmptyStackError()
        return self._mins[-1]
