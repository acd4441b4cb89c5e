from collections.abc import MutableSequence
from functools import total_ordering
from itertools import zip_longest


class Node:
    __slots__ = "value", "prev", "next"

    def __init__(self, value, prev=None, next=None):
        self.value = value
        self.prev = prev
        self.next = next


@total_ordering
class LinkedList(MutableSequence):
    def __init__(self, items=()):
        self.head = self.tail = None
        self.size = 0
        self.extend(items)

    def _node(self, index):
        if index < 0:
            index += self.size
        if not 0 <= index < self.size:
            raise IndexError("index out of range")
        if index < self.size // 2:
            node = self.head
            for _ in range(index):
                node = node.next
        else:
            node = self.tail
            for _ in range(self.size - 1 - index):
                node = node.prev
        return node

    def _unlink(self, node):
        if node.prev:
            node.prev.next = node.next
        else:
            self.head = node.next
        if node.next:
            node.next.prev = node.prev
        else:
            self.tail = node.prev
        self.size -= 1
        return node.value

    def __len__(self):
        return self.size

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __reversed__(self):
        node = self.tail
        while node:
            yield node.value
            node = node.prev

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        return self._node(index).value

    def __setitem__(self, index, value):
        self._node(index).value = value

    def __delitem__(self, index):
        self._unlink(self._node(index))

    def insert(self, index, value):
        if index < 0:
            index = max(0, index + self.size)
        if index >= self.size:
            self.append(value)
        elif index == 0:
            self.prepend(value)
        else:
            after = self._node(index)
            node = Node(value, after.prev, after)
            after.prev.next = node
            after.prev = node
            self.size += 1

    def append(self, value):
        node = Node(value, prev=self.tail)
        if self.tail:
            self.tail.next = node
        else:
            self.head = node
        self.tail = node
        self.size += 1

    def prepend(self, value):
        node = Node(value, next=self.head)
        if self.head:
            self.head.prev = node
        else:
            self.tail = node
        self.head = node
        self.size += 1

    def pop(self, index=-1):
        if not self.size:
            raise IndexError("pop from empty list")
        return self._unlink(self._node(index))

    def popleft(self):
        return self.pop(0)

    def clear(self):
        self.head = self.tail = None
        self.size = 0

    def reverse(self):
        node = self.head
        while node:
            node.prev, node.next = node.next, node.prev
            node = node.prev
        self.head, self.tail = self.tail, self.head

    def __add__(self, other):
        result = LinkedList(self)
        result.extend(other)
        return result

    def __eq__(self, other):
        if not isinstance(other, LinkedList):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __lt__(self, other):
        if not isinstance(other, LinkedList):
            return NotImplemented
        missing = object()
        for a, b in zip_longest(self, other, fillvalue=missing):
            if a is missing:
                return True
            if b is missing:
                return False
            if a != b:
                return a < b
        return False

    __hash__ = None

    def __repr__(self):
        return f"LinkedList({list(self)!r})"
