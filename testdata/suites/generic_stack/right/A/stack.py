from typing import Generic, Iterable, Iterator, Optional, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


class EmptyStackError(IndexError):
    pass


@runtime_checkable
class SupportsPush(Protocol):
    def push(self, item): ...


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = (), capacity: Optional[int] = None):
        self._items: list[T] = []
        self._capacity = capacity
        for x in items:
            self.push(x)

    def push(self, item: T) -> None:
        if self._capacity is not None and len(self._items) >= self._capacity:
            raise OverflowError("stack is full")
        self._items.append(item)

    def pop(self) -> T:
        if not self._items:
            raise EmptyStackError("pop from an empty stack")
        return self._items.pop()

    def peek(self) -> T:
        if not self._items:
            raise EmptyStackError("peek at an empty stack")
        return self._items[-1]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)


class MinStack(Stack[T]):
    def __init__(self, items: Iterable[T] = (), capacity: Optional[int] = None):
        self._mins: list[T] = []
        super().__init__(items, capacity)

    def push(self, item: T) -> None:
        super().push(item)
        if not self._mins or item <= self._mins[-1]:
            self._mins.append(item)
        else:
            self._mins.append(self._mins[-1])

    def pop(self) -> T:
        item = super().pop()
        self._mins.pop()
        return item

    def min(self) -> T:
        if not self._mins:
            raise EmptyStackError("empty")
        return self._mins[-1]
