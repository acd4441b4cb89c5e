from collections.abc import Iterator


class ShapeError(ValueError):
    def __init__(self, message: str, shapes: tuple = ()) -> None:
        self.shapes = shapes
        ValueError.__init__(self, message)


class Matrix:
    """Numbers in one flat list."""

    def __init__(self, rows):
        rows = list(map(list, rows))
        self.shape = len(rows), len(rows[0])
        self.data = []
        for number, row in enumerate(rows):
            if len(row) != self.shape[1]:
                raise ShapeError("row {} has {} columns, not {}".format(number, len(row), self.shape[1]))
            self.data.extend(row)

    @staticmethod
    def build(rows, columns, function):
        return Matrix([[function(r, c) for c in range(columns)] for r in range(rows)])

    @staticmethod
    def zeros(rows, columns):
        return Matrix.build(rows, columns, lambda r, c: 0)

    @staticmethod
    def identity(n):
        return Matrix.build(n, n, lambda r, c: 1 if r == c else 0)

    def __iter__(self) -> Iterator[list]:
        width = self.shape[1]
        for start in range(0, len(self.data), width):
            yield self.data[start:start + width]

    def __getitem__(self, key):
        r, c = key
        picked = list(self)[r]
        if not isinstance(r, slice):
            return picked[c]
        return [row[c] for row in picked]

    def __setitem__(self, key, value):
        r, c = key
        self.data[r * self.shape[1] + c] = value

    def __contains__(self, value):
        return value in self.data

    def __eq__(self, other):
        if type(other) is not Matrix:
            return NotImplemented
        return self.shape == other.shape and self.data == other.data

    T = property(lambda self: Matrix.build(*self.shape[::-1], lambda r, c: self[c, r]))

    def __sub__(self, other):
        return Matrix.build(*self.shape, lambda r, c: self[r, c] - other[r, c])

    def __mul__(self, number):
        return Matrix.build(*self.shape, lambda r, c: self[r, c] * number)

    def __rmul__(self, number):
        return self.__mul__(number)

    def __matmul__(self, other):
        (rows, inner), (inner2, columns) = self.shape, other.shape
        if inner != inner2:
            raise ShapeError("cannot multiply")
        return Matrix.build(rows, columns, lambda r, c: sum(self[r, k] * other[k, c] for k in range(inner)))

    def __pow__(self, n):
        if n == 0:
            return Matrix.identity(self.shape[0])
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half

    def __repr__(self):
        return "Matrix(" + repr(list(self)) + ")"

    def __str__(self):
        words = [[str(v) for v in row] for row in self]
        width = max(map(len, sum(words, [])))
        return "\n".join(" ".join(w.rjust(width) for w in row) for row in words)
