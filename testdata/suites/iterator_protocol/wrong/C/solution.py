class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = self.start
        while n > 0:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __len__(self):
        return self.start

    def __contains__(self, value):
        return isinstance(value, int) and 1 <= value <= self.start


_EMPTY = object()


class Peekable:
    def __init__(self, source):
        self._source = iter(source)
        self._next = _EMPTY

    def __iter__(self):
        return self

    def __next__(self):
        if self._next is not _EMPTY:
            value, self._next = self._next, _EMPTY
            return value
        return next(self._source)

    def peek(self, default=_EMPTY):
        if self._next is _EMPTY:
            try:
                self._next = next(self._source)
            except StopIteration:
                if default is _EMPTY:
                    raise
                return default
        return self._next

    def __bool__(self):
        return self.peek(None) is not None or self._next is not _EMPTY


class Grid:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns

    def __getitem__(self, index):
        size = self.rows * self.columns
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise KeyError(index)
        return divmod(index, self.columns)
