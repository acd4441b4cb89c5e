import abc
from math import pi


class Shape(metaclass=abc.ABCMeta):
    extra = ""

    area = abc.abstractmethod(lambda self: 0)

    @abc.abstractmethod
    def perimeter(self):
        raise NotImplementedError

    def describe(self):
        return "{0.__class__.__name__} with area {1:.2f}{0.extra}".format(self, self.area())

    def is_bigger_than(self, other):
        return other.area() < self.area()


class Circle(Shape):
    def __init__(self, radius):
        self.diameter = radius + radius

    def area(self):
        return pi * self.diameter ** 2 / 4

    def perimeter(self):
        return pi * self.diameter


class Rectangle(Shape):
    def __init__(self, width, height):
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return self.width * 2 + self.height * 2


class Square(Rectangle):
    extra = " and four equal sides"

    def __init__(self, side):
        self.side = side

    @property
    def width(self):
        return self.side

    @width.setter
    def width(self, value):
        self.side = value

    height = width


def total_area(shapes):
    shapes = list(shapes)
    strangers = [type(s).__name__ for s in shapes if not isinstance(s, Shape)]
    if strangers:
        raise TypeError("no shapes: " + ", ".join(strangers))
    return sum(s.area() for s in shapes)
