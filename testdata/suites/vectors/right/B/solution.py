import cmath
import operator
from dataclasses import dataclass


def _with_vector(op):
    def method(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(op(self.x, other.x), op(self.y, other.y))
    return method


def _with_number(op):
    def method(self, number):
        try:
            number = number.__index__() if hasattr(number, "__index__") else float(number)
        except TypeError:
            return NotImplemented
        return Vector(op(self.x, number), op(self.y, number))
    return method


@dataclass
class Vector:
    x: float
    y: float

    __add__ = _with_vector(operator.add)
    __sub__ = _with_vector(operator.sub)
    __mul__ = _with_number(operator.mul)
    __truediv__ = _with_number(operator.truediv)

    def __radd__(self, other):
        return self if type(other) is int and not other else NotImplemented

    def __rmul__(self, number):
        return self * number

    def __iadd__(self, other):
        self.x, self.y = self + other
        return self

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __neg__(self):
        return self * -1

    def __pos__(self):
        return self * 1

    def __abs__(self):
        return abs(complex(self.x, self.y))

    def __round__(self, n):
        return Vector(*(round(part, n) for part in self))

    def __bool__(self):
        return any(self)

    def __iter__(self):
        return iter([self.x, self.y])

    def __getitem__(self, i):
        return list(self)[i]

    def __setitem__(self, i, value):
        setattr(self, "xy"[i], value)

    def rotated(self, angle):
        z = complex(self.x, self.y) * cmath.exp(1j * angle)
        return Vector(z.real, z.imag)
