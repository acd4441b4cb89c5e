from functools import total_ordering
from math import gcd


@total_ordering
class Rational:
    def __init__(self, numerator, denominator=1):
        if denominator == 0:
            raise ZeroDivisionError("denominator is zero")
        if denominator < 0:
            numerator, denominator = -numerator, -denominator
        divisor = gcd(numerator, denominator)
        self._n = numerator // divisor
        self._d = denominator // divisor

    @property
    def numerator(self):
        return self._n

    @property
    def denominator(self):
        return self._d

    @staticmethod
    def _coerce(value):
        if isinstance(value, Rational):
            return value
        if isinstance(value, int):
            return Rational(value)
        return None

    def __eq__(self, other):
        other = self._coerce(other)
        if other is None:
            return NotImplemented
        return self._n == other._n and self._d == other._d

    def __lt__(self, other):
        other = self._coerce(other)
        if other is None:
            return NotImplemented
        return self._n * other._d < other._n * self._d

    def __hash__(self):
        return hash(self._n) if self._d == 1 else hash((self._n, self._d))

    def __add__(self, other):
        other = self._coerce(other)
        return Rational(self._n * other._d + other._n * self._d, self._d * other._d)

    __radd__ = __add__

    def __neg__(self):
        return Rational(-self._n, self._d)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        other = self._coerce(other)
        return Rational(self._n * other._n, self._d * other._d)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = self._coerce(other)
        return Rational(self._n * other._d, self._d * other._n)

    def __rtruediv__(self, other):
        return Rational(other) / self

    def __float__(self):
        return self._n / self._d

    def __int__(self):
        return int(float(self))

    def __bool__(self):
        return self._n != 0

    def __str__(self):
        return f"{self._n}/{self._d}" if self._d != 1 else str(self._n)

    def __repr__(self):
        return f"Rational({self._n}, {self._d})"
