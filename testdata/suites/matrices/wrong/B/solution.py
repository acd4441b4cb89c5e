class ShapeError(ValueError):
    def __init__(self, message, *shapes):
        super().__init__(message)
        self.shapes = shapes


class Matrix:
    def __init__(self, rows):
        self._rows = [list(row) for row in rows]
        width = len(self._rows[0])
        for i, row in enumerate(self._rows):
            if len(row) != width:
                raise ShapeError(f"row {i} has {len(row)} columns, not {width}")

    @classmethod
    def zeros(cls, rows, columns):
        return cls([[0] * columns for _ in range(rows)])

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self._rows), len(self._rows[0])

    @property
    def T(self):
        return Matrix(zip(*self._rows))

    def __getitem__(self, index):
        i, j = index
        if isinstance(i, slice) and isinstance(j, slice):
            return Matrix([row[j] for row in self._rows[i]])
        if isinstance(i, slice):
            return [row[j] for row in self._rows[i]]
        return self._rows[i][j]

    def __setitem__(self, index, value):
        i, j = index
        self._rows[i][j] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self._rows == other._rows

    def __iter__(self):
        return (tuple(row) for row in self._rows)

    def __contains__(self, value):
        return any(value in row for row in self._rows)

    def __sub__(self, other):
        return Matrix([[a - b for a, b in zip(r, s)] for r, s in zip(self, other)])

    def __mul__(self, k):
        return Matrix([[k * value for value in row] for row in self])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError("shapes do not match", self.shape, other.shape)
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in other] for row in self])

    def __pow__(self, n):
        result = Matrix.identity(self.shape[0])
        for _ in range(n):
            result = result @ self
        return result

    def __str__(self):
        width = max(len(str(value)) for row in self for value in row)
        return "\n".join(" ".join(f"{value:>{width}}" for value in row) for row in self)

    def __repr__(self):
        return f"Matrix({self._rows})"
