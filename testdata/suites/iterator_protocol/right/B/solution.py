from collections import deque
from collections.abc import Sequence


class Countdown(Sequence):
    def __init__(self, start):
        self._numbers = range(start, 0, -1)

    def __getitem__(self, index):
        return self._numbers[index]

    def __len__(self):
        return len(self._numbers)


class Peekable:
    def __init__(self, source):
        self._it = iter(source)
        self._ahead = deque()

    def __iter__(self):
        return self

    def __next__(self):
        return self._ahead.popleft() if self._ahead else next(self._it)

    def peek(self, *args, **kwargs):
        if not self:
            for default in (*args, *kwargs.values()):
                return default
            raise StopIteration
        return self._ahead[0]

    def __bool__(self):
        if not self._ahead:
            for value in self._it:
                self._ahead.append(value)
                break
        return bool(self._ahead)


class Grid:
    def __init__(self, rows, columns):
        self.cells = [(r, c) for r in range(rows) for c in range(columns)]

    def __getitem__(self, index):
        return self.cells[index]

    def __iter__(self):
        yield from self.cells
