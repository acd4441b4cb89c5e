from bisect import bisect_left
from collections import Counter
from collections.abc import MutableMapping, Sequence, Set


class SortedSet(Set):
    def __init__(self, items=()):
        self._items = sorted(set(items))

    def __contains__(self, item):
        place = bisect_left(self._items, item)
        return place < len(self._items) and self._items[place] == item

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        found = self._items[index]
        return SortedSet(found) if isinstance(index, slice) else found

    def __reversed__(self):
        return reversed(self._items)


class BiDict(MutableMapping):
    def __init__(self, **pairs):
        self._forward = {}
        self.inverse = BiDict.__new__(BiDict)
        self.inverse._forward = {}
        self.inverse.inverse = self
        self.update(pairs)

    def __getitem__(self, key):
        return self._forward[key]

    def __setitem__(self, key, value):
        if value in self.inverse and self.inverse[value] != key:
            raise ValueError(f"{value!r} belongs to {self.inverse[value]!r}")
        if key in self:
            del self[key]
        self._forward[key] = value
        self.inverse._forward[value] = key

    def __delitem__(self, key):
        del self.inverse._forward[self._forward.pop(key)]

    def __iter__(self):
        return iter(self._forward)

    def __len__(self):
        return len(self._forward)


class Range(Sequence):
    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step

    def __len__(self):
        return int((self.stop - self.start) / self.step)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.start + index * self.step


class FrozenBag:
    def __init__(self, items):
        self._counts = Counter(items)

    def __getitem__(self, item):
        return self._counts[item]

    def __len__(self):
        return self._counts.total()

    def __eq__(self, other):
        return isinstance(other, FrozenBag) and self._counts == other._counts

    def __hash__(self):
        return hash(frozenset(self._counts.items()))
