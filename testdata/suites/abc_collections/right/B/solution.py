import collections
from collections import abc


class SortedSet(abc.Set):
    __slots__ = ("data",)

    def __init__(self, items=()):
        self.data = []
        for item in items:
            if item not in self.data:
                self.data.append(item)
        self.data.sort()

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        yield from self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        match key:
            case slice():
                return SortedSet(self.data[key])
            case _:
                return self.data[key]

    def __reversed__(self):
        return iter(self.data[::-1])


class BiDict(collections.UserDict):
    def __init__(self, other=None, /, **kwargs):
        self._other = other
        super().__init__(**kwargs)

    @property
    def inverse(self):
        if self._other is None:
            self._other = BiDict(self)
            self._other.data = {v: k for k, v in self.data.items()}
        return self._other

    def __setitem__(self, key, value):
        owner = self.inverse.data.get(value, key)
        if owner != key:
            raise ValueError("%r belongs to %r" % (value, owner))
        self.inverse.data.pop(self.data.get(key), None)
        self.data[key] = value
        self.inverse.data[value] = key

    def __delitem__(self, key):
        self.inverse.data.pop(self.data.pop(key))


class _Steps:
    def __init__(self, numbers):
        self.numbers = numbers

    def __iter__(self):
        return self

    def __next__(self):
        if not self.numbers:
            raise StopIteration
        return self.numbers.pop(0)


class Range(abc.Sequence):
    def __init__(self, start, stop, step):
        self.numbers = []
        while start < stop:
            self.numbers.append(start)
            start += step

    def __getitem__(self, i):
        return self.numbers[i]

    def __len__(self):
        return len(self.numbers)

    def __iter__(self):
        return _Steps(self.numbers[:])


class FrozenBag:
    __slots__ = "items"

    def __init__(self, items):
        object.__setattr__(self, "items", tuple(sorted(items)))

    def __getitem__(self, item):
        return self.items.count(item)

    def __len__(self):
        return len(self.items)

    def __hash__(self):
        return hash(self.items)

    def __eq__(self, other):
        return self.items == other.items
