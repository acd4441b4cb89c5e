from __future__ import annotations

from fractions import Fraction


def _make(value: Fraction) -> Rational:
    return Rational(value.numerator, value.denominator)


class Rational:
    __slots__ = ("_value",)

    def __init__(self, n: int, d: int = 1) -> None:
        self._value = Fraction(n, d)

    def _of(self, other: object) -> Fraction:
        if isinstance(other, Rational):
            return other._value
        if isinstance(other, int):
            return Fraction(other)
        raise TypeError(f"not a number: {other!r}")

    def __eq__(self, other):
        try:
            return self._value == self._of(other)
        except TypeError:
            return False

    def __hash__(self):
        return self._value.__hash__()

    def __lt__(self, other):
        return self._value < self._of(other)

    def __le__(self, other):
        return self._value <= self._of(other)

    def __gt__(self, other):
        return self._value > self._of(other)

    def __ge__(self, other):
        return self._value >= self._of(other)

    def __add__(self, other):
        return _make(self._value + self._of(other))

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return _make(self._value - self._of(other))

    def __rsub__(self, other):
        return _make(other - self._value)

    def __mul__(self, other):
        return _make(self._value * self._of(other))

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return _make(self._value / self._of(other))

    def __rtruediv__(self, other):
        return _make(other / self._value)

    numerator = property(lambda self: self._value.numerator)
    denominator = property(lambda self: self._value.denominator)

    def __float__(self):
        return float(self._value)

    def __int__(self):
        return int(self._value)

    def __bool__(self):
        return bool(self._value)

    def __str__(self):
        return str(self._value)

    def __repr__(self):
        return repr(self._value).replace("Fraction", "Rational")
