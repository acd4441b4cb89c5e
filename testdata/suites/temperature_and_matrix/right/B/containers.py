import math
from numbers import Real
from operator import mul


class Matrix:
    __hash__ = None

    def __init__(self, rows):
        rows = tuple(tuple(r) for r in rows)
        self.shape = n, m = len(rows), len(rows[0])
        self.cells = [x for r in rows for x in r]
        if len(self.cells) != n * m or any(len(r) != m for r in rows):
            raise ValueError("ragged")

    @staticmethod
    def identity(n):
        m = Matrix([[0] * n for _ in range(n)])
        for i in range(n):
            m[i, i] = 1
        return m

    def row(self, i):
        n, m = self.shape
        i = range(n)[i]
        return self.cells[i * m:(i + 1) * m]

    def __getitem__(self, key):
        if key is Ellipsis:
            return self.map(lambda x: x)
        if isinstance(key, tuple):
            r, c = key
            if isinstance(r, slice):
                picked = [row[c] for row in list(self)[r]]
                return Matrix(picked) if isinstance(c, slice) else picked
            return self.row(r)[c]
        return self.row(key)

    def __setitem__(self, key, value):
        self.cells[key[0] * self.shape[1] + key[1]] = value

    def __iter__(self):
        for i in range(self.shape[0]):
            yield self.row(i)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.shape == other.shape and self.cells == other.cells

    flat = property(lambda self: iter(self.cells))

    @property
    def T(self):
        return Matrix([[row[i] for row in self] for i in range(self.shape[1])])

    def map(self, f):
        return Matrix(map(f, row) for row in self)

    def __mul__(self, k):
        return self.map(k.__mul__)

    def __rmul__(self, k):
        return self * k

    def __truediv__(self, k):
        return self.map(lambda x: x / k)

    def __iadd__(self, other):
        self.cells = [a + b for a, b in zip(self.cells, other.cells)]
        return self

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("shapes {} and {} do not fit".format(self.shape, other.shape))
        columns = list(other.T)
        return Matrix([[sum(map(mul, r, c)) for c in columns] for r in self])

    def __pow__(self, n):
        if n == 0:
            return Matrix.identity(self.shape[0])
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half

    def __str__(self):
        w = max(map(len, map(str, self.cells)))
        return "\n".join(" ".join(str(x).rjust(w) for x in row) for row in self)


class Temperature(float):
    def __new__(cls, celsius):
        if math.isnan(celsius) or celsius < -273.15:
            raise ValueError(celsius)
        self = super().__new__(cls, celsius)
        self.celsius = celsius
        return self

    from_fahrenheit = classmethod(lambda cls, f: cls((f - 32) / 1.8))
    fahrenheit = property(lambda self: self.celsius * 1.8 + 32)
    kelvin = property(lambda self: self.celsius + 273.15)

    def __bool__(self):
        return True

    def __abs__(self):
        return Temperature(abs(self.celsius))

    def __round__(self):
        return Temperature(round(self.celsius))

    def __sub__(self, other):
        difference = float(self) - float(other)
        return difference if isinstance(other, Temperature) else Temperature(difference)

    def __format__(self, spec):
        match spec:
            case "" | "c":
                return f"{self.celsius}°C"
            case "f":
                return f"{round(self.fahrenheit, 1)}°F"
            case "k":
                return f"{round(self.kelvin, 2)} K"
        return format(self.celsius, spec) + "°C"


class DefaultList(list):
    def __init__(self, factory, *args):
        self.factory = factory
        list.__init__(self, *args)

    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except IndexError:
            if key < 0:
                raise
            self[key] = self.factory()
            return self[key]

    def __setitem__(self, key, value):
        if isinstance(key, int):
            self.extend(self.factory() for _ in range(key + 1 - len(self)))
        super().__setitem__(key, value)
