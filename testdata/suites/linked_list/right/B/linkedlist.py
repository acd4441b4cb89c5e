"""Circular list with one sentinel; nodes are plain lists [value, prev, next]."""
import collections.abc
import operator

VALUE, PREV, NEXT = range(3)


def _compare(op):
    def method(self, other):
        if not isinstance(other, LinkedList):
            return NotImplemented
        return op(list(self), list(other))
    return method


class LinkedList:
    def __init__(self, items=None):
        self.__ring = ring = [None]
        ring.extend([ring, ring])
        if items is not None:
            for item in items:
                self.append(item)

    # -- links
    def __link(self, value, before):
        node = [value, before[PREV], before]
        before[PREV][NEXT] = node
        before[PREV] = node

    def __nodes(self, way=NEXT):
        node = self.__ring[way]
        while node is not self.__ring:
            yield node
            node = node[way]

    def __find(self, index):
        way, steps = (NEXT, index) if index >= 0 else (PREV, ~index)
        for number, node in enumerate(self.__nodes(way)):
            if number == steps:
                return node
        raise IndexError("list is empty" if not self else "no item %d" % index)

    def __cut(self, node):
        node[PREV][NEXT], node[NEXT][PREV] = node[NEXT], node[PREV]
        return node[VALUE]

    # -- container
    def __len__(self):
        return sum(1 for _ in self.__nodes())

    def __bool__(self):
        return self.__ring[NEXT] is not self.__ring

    def __iter__(self):
        return (node[VALUE] for node in self.__nodes())

    def __reversed__(self):
        return (node[VALUE] for node in self.__nodes(PREV))

    def __contains__(self, value):
        return any(v == value for v in self)

    def __getitem__(self, index):
        if isinstance(index, slice):
            picked = range(*index.indices(len(self)))
            values = dict(enumerate(self))
            return self.__class__(values[i] for i in picked)
        return self.__find(index)[VALUE]

    def __setitem__(self, index, value):
        self.__find(index)[VALUE] = value

    def __delitem__(self, index):
        self.__cut(self.__find(index))

    def append(self, value):
        self.__link(value, self.__ring)

    def prepend(self, value):
        self.__link(value, self.__ring[NEXT])

    def insert(self, index, value):
        try:
            before = self.__find(index)
        except IndexError:
            before = self.__ring if index >= 0 else self.__ring[NEXT]
        self.__link(value, before)

    def pop(self):
        return self.__cut(self.__find(-1))

    def popleft(self):
        return self.__cut(self.__find(0))

    def remove(self, value):
        for node in self.__nodes():
            if node[VALUE] == value:
                self.__cut(node)
                return
        raise ValueError(value)

    def index(self, value):
        for number, item in enumerate(self):
            if item == value:
                return number
        raise ValueError("%r is not in list" % (value,))

    def count(self, value):
        return sum(item == value for item in self)

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def clear(self):
        self.__init__()

    def reverse(self):
        values = list(reversed(self))
        for node, value in zip(self.__nodes(), values):
            node[VALUE] = value

    def __add__(self, other):
        new = self.__class__(self)
        new += other
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    __eq__, __lt__, __le__, __gt__, __ge__ = map(
        _compare, (operator.eq, operator.lt, operator.le, operator.gt, operator.ge))

    def __repr__(self):
        return "%s([%s])" % (type(self).__name__, ", ".join(map(repr, self)))


collections.abc.MutableSequence.register(LinkedList)
