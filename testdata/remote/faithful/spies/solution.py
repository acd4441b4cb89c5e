class Cell:
    def __init__(self, n):
        self.n = n

    def compute(self):
        return self.n

    @property
    def val(self):
        return self.compute() + 1

    @classmethod
    def make(cls, n):
        return cls(n)


def is_callable(x):
    return callable(x)


def build(n):
    return Cell(n)


def run(c):
    return c.compute()


class Tree(Cell):
    def compute(self):
        return super().compute() * 2
