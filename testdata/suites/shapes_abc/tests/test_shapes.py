import abc
import inspect
import math

import pytest

import solution
from solution import Circle, Rectangle, Shape, Square, total_area


def test_shape_is_abstract():
    assert inspect.isabstract(Shape)
    with pytest.raises(TypeError, match="abstract"):
        Shape()


def test_incomplete_subclass_cannot_be_made():
    class Blob(Shape):
        def area(self):
            return 1

    with pytest.raises(TypeError):
        Blob()


def test_hierarchy():
    assert issubclass(Circle, Shape)
    assert issubclass(Square, Rectangle)
    assert not issubclass(Circle, Rectangle)
    assert Square.__mro__[1:3] == (Rectangle, Shape)


def test_areas():
    assert Circle(1).area() == pytest.approx(math.pi)
    assert Rectangle(2, 3).area() == 6
    assert Square(4).perimeter() == 16


def test_polymorphic_describe():
    assert [s.describe() for s in (Rectangle(1, 2), Square(3))] == [
        "Rectangle with area 2.00", "Square with area 9.00 and four equal sides"]


def test_a_class_of_the_test_can_join_in():
    class Triangle(Shape):
        def __init__(self, base, height):
            self.base, self.height = base, height

        def area(self):
            return self.base * self.height / 2

        def perimeter(self):
            raise NotImplementedError

    t = Triangle(4, 5)
    assert t.describe() == "Triangle with area 10.00"
    assert total_area([t, Square(2)]) == 14
    assert t.is_bigger_than(Square(3))


def test_total_area_refuses_strangers():
    class Duck:
        def area(self):
            return 1

    with pytest.raises(TypeError, match="Duck"):
        total_area([Duck()])


def test_registered_virtual_subclass():
    @Shape.register
    class Duck:
        def area(self):
            return 1

    assert issubclass(Duck, Shape)
    assert total_area([Duck(), Square(1)]) == 2


def test_square_keeps_its_sides_equal():
    s = Square(2)
    s.width = 5
    assert s.height == 5 and s.area() == 25


def test_abstract_methods_are_named():
    assert Shape.__abstractmethods__ == {"area", "perimeter"}
    assert isinstance(Shape, abc.ABCMeta)
    assert solution.Shape is Shape
