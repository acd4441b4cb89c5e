from collections import OrderedDict
from dataclasses import dataclass


@dataclass
class Stats:
    hits: int = 0
    misses: int = 0

    @property
    def ratio(self):
        return self.hits / (self.hits + self.misses)


class LRUCache:
    def __init__(self, maxsize, on_evict=None):
        if maxsize < 1:
            raise ValueError("maxsize must be positive")
        self._data = OrderedDict()
        self._on_evict = on_evict
        self._maxsize = maxsize
        self.stats = Stats()

    @property
    def maxsize(self):
        return self._maxsize

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = value
        self._shrink(value)

    def _shrink(self, size):
        while len(self._data) > size:
            key, value = self._data.popitem(last=False)
            if self._on_evict:
                self._on_evict(key, value)

    def __getitem__(self, key):
        if key not in self._data:
            self.stats.misses += 1
            raise KeyError(key)
        self.stats.hits += 1
        self._data.move_to_end(key)
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value
        self._data.move_to_end(key)
        self._shrink(self._maxsize)

    def __delitem__(self, key):
        del self._data[key]

    def __contains__(self, key):
        return self.get(key) is not None

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def get_or_set(self, key, make):
        try:
            return self[key]
        except KeyError:
            self[key] = value = make()
            return value

    def items(self):
        return list(self._data.items())

    def clear(self):
        self._shrink(0)

    def __repr__(self):
        return f"LRUCache({len(self)}/{self._maxsize}: {', '.join(map(repr, self))})"
