import re
from numbers import Real

DEFAULT = 20.0
_ZERO = -273.15


class _Degrees:
    """A checked number."""

    def __get__(self, instance, owner=None):
        return self if instance is None else instance._value

    def __set__(self, instance, value):
        if not isinstance(value, Real):
            raise TypeError(f"expected a number, not {value!r}")
        if value < _ZERO:
            raise ValueError("%.2f is below absolute zero" % value)
        instance._value = value

    def __delete__(self, instance):
        instance._value = DEFAULT


class Temperature(object):
    __slots__ = "_value"
    celsius = _Degrees()

    def __init__(self, celsius=DEFAULT):
        self.celsius = celsius

    @classmethod
    def from_fahrenheit(cls, degrees):
        new = cls()
        new.fahrenheit = degrees
        return new

    @classmethod
    def parse(cls, text):
        match = re.fullmatch(r"(-?[\d.]+)\s*([CF])", text)
        if match is None:
            raise ValueError(f"no scale in {text!r}")
        return {"C": cls, "F": cls.from_fahrenheit}[match[2]](float(match[1]))

    @staticmethod
    def is_valid(celsius):
        return not celsius < _ZERO

    def _get(self):
        return 32 + self.celsius * 1.8

    def _set(self, value):
        self.celsius = (value - 32) / 1.8

    fahrenheit = property(_get, _set)
    kelvin = property(lambda self: self.celsius - _ZERO)
