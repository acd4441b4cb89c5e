class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in items:
            self.append(item)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        def length(node):
            return 0 if node is None else 1 + length(node.next)
        return length(self.head)

    def append(self, value):
        if self.head is None:
            self.head = Node(value)
            self.last = self.head
        else:
            self.last.next = Node(value)
            self.last = self.last.next

    def prepend(self, value):
        self.head = Node(value, self.head)

    def pop(self):
        if self.head is None:
            raise IndexError("empty")
        items = list(self)
        self.head = None
        for item in items[:-1]:
            self.append(item)
        return items[-1]

    def popleft(self):
        if self.head is None:
            raise IndexError("empty")
        value = self.head.value
        self.head = self.head.next
        return value

    def __getitem__(self, index):
        return list(self)[index]

    def __setitem__(self, index, value):
        for i, item in enumerate(self):
            if i == index:
                node = self.head
                for _ in range(i):
                    node = node.next
                node.value = value

    def __delitem__(self, index):
        items = list(self)
        del items[index]
        self.head = None
        for item in items:
            self.append(item)

    def insert(self, index, value):
        items = list(self)
        items.insert(index, value)
        self.__init__(items)

    def remove(self, value):
        items = list(self)
        items.remove(value)
        self.__init__(items)

    def index(self, value):
        return list(self).index(value)

    def count(self, value):
        return list(self).count(value)

    def __reversed__(self):
        return reversed(list(self))

    def reverse(self):
        self.__init__(list(self)[::-1])

    def extend(self, items):
        items = items if isinstance(items, (list, str)) else [items]
        for item in items:
            self.append(item)

    def __add__(self, other):
        return LinkedList(list(self) + list(other))

    def __iadd__(self, other):
        return LinkedList(list(self) + list(other))

    def __eq__(self, other):
        return list(self) == list(other)

    def __lt__(self, other):
        return list(self) < list(other)

    def clear(self):
        self.head = None

    def __repr__(self):
        return "LinkedList(%r)" % list(self)
