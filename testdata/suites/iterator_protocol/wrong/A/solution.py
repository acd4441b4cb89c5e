class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __len__(self):
        return self.n


class Peekable:
    def __init__(self, source):
        self.items = list(source)

    def __iter__(self):
        return iter(self.items)

    def __next__(self):
        return self.items.pop(0)

    def peek(self, default=None):
        return self.items[0] if self.items else default


class Grid(list):
    def __init__(self, rows, columns):
        super().__init__((r, c) for r in range(rows) for c in range(columns))
