from typing import NamedTuple


class Stats(NamedTuple):
    hits: int
    misses: int

    @property
    def ratio(self):
        return self.hits / sum(self)


class Link:
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self

    def unlink(self):
        self.before.after, self.after.before = self.after, self.before

    def insert_before(self, other):
        self.before, self.after = other.before, other
        self.before.after = other.before = self


class LRUCache:
    """A hash table over a ring of links."""

    def __init__(self, maxsize, on_evict=lambda key, value: None):
        if maxsize <= 0:
            raise ValueError(maxsize)
        self._size, self._evicted = maxsize, on_evict
        self._root, self._links = Link(), {}
        self._hits = self._misses = 0

    stats = property(lambda self: Stats(self._hits, self._misses))

    def _set_size(self, size):
        self._size = size
        self._trim(size)

    maxsize = property(lambda self: self._size, _set_size)

    def _trim(self, size):
        while len(self._links) > size:
            oldest = self._root.after
            del self[oldest.key]
            self._evicted(oldest.key, oldest.value)

    def __iter__(self):
        link = self._root.after
        while link is not self._root:
            yield link.key
            link = link.after

    def __len__(self):
        return len(self._links)

    def __contains__(self, key):
        return key in self._links

    def __getitem__(self, key):
        link = self._links.get(key)
        if link is None:
            self._misses += 1
            raise KeyError(key)
        self._hits += 1
        link.unlink()
        link.insert_before(self._root)
        return link.value

    def __setitem__(self, key, value):
        link = self._links[key] = Link(key, value)
        link.insert_before(self._root)
        self._trim(self._size)

    def __delitem__(self, key):
        self._links.pop(key).unlink()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def get_or_set(self, key, make):
        if key not in self:
            self[key] = make()
        return self[key]

    def items(self):
        return [(key, self._links[key].value) for key in self]

    def clear(self):
        self._trim(0)

    def __repr__(self):
        return "LRUCache(%d/%d: %s)" % (len(self), self._size, str([*self])[1:-1])
