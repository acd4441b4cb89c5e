import functools
import math


class Matrix:
    def __init__(self, rows):
        self._rows = [list(row) for row in rows]
        if len({len(row) for row in self._rows}) > 1:
            raise ValueError("rows have different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self._rows), len(self._rows[0])

    @property
    def T(self):
        return Matrix(zip(*self._rows))

    @property
    def flat(self):
        for row in self._rows:
            yield from row

    def row(self, i):
        return list(self._rows[i])

    def map(self, f):
        return Matrix([[f(x) for x in row] for row in self._rows])

    def __getitem__(self, key):
        if key is ...:
            return Matrix(self._rows)
        if not isinstance(key, tuple):
            return self._rows[key]
        rows, columns = key
        if isinstance(rows, slice):
            parts = [row[columns] for row in self._rows[rows]]
            return Matrix(parts) if isinstance(columns, slice) else parts
        return self._rows[rows][columns]

    def __setitem__(self, key, value):
        row, column = key
        self._rows[row][column] = value

    def __iter__(self):
        return iter([list(row) for row in self._rows])

    def __eq__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return self._rows == other._rows

    def __mul__(self, k):
        return self.map(lambda x: x * k)

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self.map(lambda x: x / k)

    def __iadd__(self, other):
        for row, theirs in zip(self._rows, other._rows):
            row[:] = [a + b for a, b in zip(row, theirs)]
        return self

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply shapes {self.shape} and {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other._rows)] for row in self._rows])

    def __pow__(self, n):
        return functools.reduce(Matrix.__matmul__, [self] * n, Matrix.identity(len(self._rows)))

    def __str__(self):
        width = max(len(str(x)) for x in self.flat)
        return "\n".join(" ".join(f"{x:>{width}}" for x in row) for row in self._rows)


class Temperature:
    def __init__(self, celsius):
        if not celsius >= -273.15:
            raise ValueError("below absolute zero")
        self.celsius = celsius

    @classmethod
    def from_fahrenheit(cls, f):
        return cls((f - 32) * 5 / 9)

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @property
    def kelvin(self):
        return self.celsius + 273.15

    @staticmethod
    def _value(other):
        if isinstance(other, Temperature):
            return other.celsius
        if isinstance(other, (int, float)):
            return other
        return None

    def __eq__(self, other):
        value = self._value(other)
        return NotImplemented if value is None else self.celsius == value

    def __lt__(self, other):
        value = self._value(other)
        return NotImplemented if value is None else self.celsius < value

    def __hash__(self):
        return hash(self.celsius)

    def __format__(self, spec):
        if spec in ("", "c"):
            return f"{self.celsius}°C"
        if spec == "f":
            return f"{self.fahrenheit:.1f}°F"
        if spec == "k":
            return f"{self.kelvin:.2f} K"
        return f"{self.celsius:{spec}}°C"

    def __int__(self):
        return int(self.celsius)

    def __float__(self):
        return float(self.celsius)

    def __round__(self, n=None):
        return Temperature(round(self.celsius, n))

    def __floor__(self):
        return math.floor(self.celsius)

    def __abs__(self):
        return Temperature(abs(self.celsius))

    def __sub__(self, other):
        if isinstance(other, Temperature):
            return self.celsius - other.celsius
        return Temperature(self.celsius - other)


class DefaultList(list):
    def __init__(self, factory, items=()):
        super().__init__(items)
        self.factory = factory

    def _grow(self, i):
        if isinstance(i, int):
            while len(self) <= i:
                self.append(self.factory())

    def __getitem__(self, i):
        self._grow(i)
        return super().__getitem__(i)

    def __setitem__(self, i, value):
        self._grow(i)
        super().__setitem__(i, value)
