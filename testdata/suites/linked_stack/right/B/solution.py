from collections import deque
from dataclasses import dataclass
from typing import Any, Optional


class EmptyError(IndexError):
    """Nothing to take."""


@dataclass
class Node:
    value: Any
    next: "Optional[Node]" = None


class LinkedList:
    def __init__(self, items=()):
        anchor = last = Node(None)
        for item in items:
            last.next = last = Node(item)
        self.head = anchor.next

    def _nodes(self):
        node = self.head
        while node is not None:
            yield node
            node = node.next

    def __iter__(self):
        return (node.value for node in self._nodes())

    def append(self, item):
        *_, last = [None, *self._nodes()]
        if last:
            last.next = Node(item)
        else:
            self.head = Node(item)

    def remove(self, value):
        before = anchor = Node(None, self.head)
        for node in self._nodes():
            if node.value == value:
                before.next = node.next
                self.head = anchor.next
                return
            before = node
        raise ValueError(str(value) + " is not in the list")

    def reverse(self):
        nodes = [None, *self._nodes()]
        for left, right in zip(nodes, nodes[1:]):
            right.next = left
        self.head = nodes[-1]

    def __repr__(self):
        return f"{type(self).__name__}([{', '.join(map(repr, self))}])"


class _Box:
    def __init__(self, items=()):
        self.items = deque(items)

    def __bool__(self):
        return bool(self.items)

    def __len__(self):
        return self.items.__len__()

    def __eq__(self, other):
        return type(self) is type(other) and self.items == other.items


class Stack(_Box):
    def push(self, item):
        self.items.append(item)

    def peek(self):
        if self:
            return self.items[-1]
        raise EmptyError

    def pop(self):
        item = self.peek()
        self.items.pop()
        return item


class Queue(_Box):
    put = Stack.push

    def get(self):
        try:
            return self.items.popleft()
        except IndexError as error:
            raise EmptyError("empty queue") from error
