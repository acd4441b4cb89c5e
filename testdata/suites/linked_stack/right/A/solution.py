class EmptyError(IndexError):
    pass


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise EmptyError("stack is empty")
        return self._items.pop()

    def peek(self):
        if not self._items:
            raise EmptyError("stack is empty")
        return self._items[-1]

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        if not isinstance(other, Stack):
            return NotImplemented
        return self._items == other._items


class Queue:
    def __init__(self, items=()):
        self._items = list(items)

    def put(self, item):
        self._items.append(item)

    def get(self):
        if not self._items:
            raise EmptyError
        return self._items.pop(0)


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in items:
            self.append(item)

    def append(self, item):
        if self.head is None:
            self.head = Node(item)
            return
        node = self.head
        while node.next:
            node = node.next
        node.next = Node(item)

    def remove(self, value):
        before, node = None, self.head
        while node and node.value != value:
            before, node = node, node.next
        if node is None:
            raise ValueError(f"{value} is not in the list")
        if before is None:
            self.head = node.next
        else:
            before.next = node.next

    def reverse(self):
        done, node = None, self.head
        while node:
            node.next, done, node = done, node, node.next
        self.head = done

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __repr__(self):
        return f"LinkedList({list(self)!r})"
