import itertools
from collections import UserList
from functools import reduce


class Polynomial(UserList):
    def __init__(self, *args):
        numbers = list(args)
        while numbers and not numbers[-1]:
            del numbers[-1]
        super().__init__(numbers)

    degree = property(lambda self: len(self.data) - 1)

    def __call__(self, x):
        return sum(c * x ** i for i, c in enumerate(self.data))

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Polynomial(*self.data[i])
        if i < 0:
            raise IndexError(i)
        return dict(enumerate(self.data)).get(i, 0)

    def __iter__(self):
        yield from self.data

    def __reversed__(self):
        return iter(self.data[::-1])

    def __contains__(self, x):
        return not self(x)

    def __add__(self, other):
        if not isinstance(other, Polynomial):
            other = Polynomial(other)
        return Polynomial(*map(sum, itertools.zip_longest(self.data, other.data, fillvalue=0)))

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Polynomial):
            return Polynomial(*(c * other for c in self.data))
        rows = (Polynomial(*[0] * i, *(a * b for b in other.data)) for i, a in enumerate(self.data))
        return sum(rows, Polynomial())

    __rmul__ = __mul__

    def __sub__(self, other):
        return self + other * -1

    def __pow__(self, n):
        return reduce(lambda a, b: a * b, [self] * n, Polynomial(1))

    def __divmod__(self, other):
        shift = len(self) - len(other)
        if shift < 0:
            return Polynomial(), self
        term = Polynomial(*[0] * shift, self.data[-1] // other.data[-1])
        quotient, rest = divmod(self - term * other, other)
        return quotient + term, rest

    def __mod__(self, other):
        _, rest = divmod(self, other)
        return rest

    def __str__(self):
        words = []
        for i, c in reversed(list(enumerate(self.data))):
            if c:
                word = {0: "", 1: "x"}.get(i, f"x^{i}")
                words.append(("-" if c < 0 else "+", (str(abs(c)) if abs(c) != 1 or not word else "") + word))
        text = " ".join(" ".join(pair) for pair in words) or "0"
        return "-" + text[2:] if text[0] == "-" else text.removeprefix("+ ")
