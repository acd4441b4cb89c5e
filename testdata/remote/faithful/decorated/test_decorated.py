"""What a solution does with tests' classes and objects as a whole."""

# interface: objects
import collections
import dataclasses
import gc

import pytest

import solution


class Base:
    def __init__(self, x=1):
        self.x = x


def a_class():
    class Thing(Base):
        def __init__(self, x=1):
            super().__init__(x)

        def double(self):
            return 2 * self._half() * 2

        def _half(self):
            return self.x / 2

        @staticmethod
        def three():
            return 3

        @property
        def square(self):
            return self.x ** 2
    return Thing


def test_a_class_below_a_tests_class():
    thing = a_class()
    made = solution.below(thing)
    found = made(3)
    assert repr(found) == "<Thing 3>" and found.double() == 12 and found.x == 3 and made.extra == 5
    assert isinstance(found, made) and isinstance(found, thing) and issubclass(made, thing)
    assert made.three() == 3 and found.square == 9 and thing(3).double() == 6


def test_repr_and_comparison():
    thing = solution.comparable(solution.with_repr(a_class()))
    assert repr(thing(1)) == "Thing(x=1)"
    assert thing(1) == thing(1) and thing(1) != thing(2)


def test_init_is_wrapped():
    @solution.counted
    class Door:
        """A door."""

        def __init__(self, width):
            self.width = width
    assert Door.count == 0
    assert Door(2).width == 2 and Door(width=3).width == 3 and Door.count == 2
    assert Door.__name__ == "Door" and Door.__doc__ == "A door."


def test_one_instance():
    thing = solution.singleton(a_class())
    assert thing(1) is thing(2)


def test_all_methods_are_wrapped():
    thing = solution.logged(a_class())
    assert thing(4).double() == 8
    assert thing.calls == ["double", "_half"]


def test_attributes_that_cannot_be_set_again():
    thing = solution.frozen(a_class())(4)
    with pytest.raises(AttributeError, match="set already"):
        thing.x = 5
    thing.y = 6
    assert (thing.x, thing.y) == (4, 6)


def test_records():
    @solution.record
    class Point:
        x: int
        y: int
    assert Point(1, 2) == Point(1, 2) != Point(1, 3)
    assert repr(Point(3, 4)) == "Point(x=3, y=4)" and Point(3, 4).y == 4


def test_a_dataclass_is_decorated():
    @solution.with_repr
    @dataclasses.dataclass
    class Point:
        x: int
        y: int = 2
    assert repr(Point(1)) == "Point(x=1, y=2)" and Point(1) == Point(1, 2)


def test_a_class_whose_object_came_first():
    thing = a_class()
    assert solution.to_json(thing(1)) == '{"x": 1}'
    assert repr(solution.with_repr(thing)(2)) == "Thing(x=2)"


def test_a_method_is_added():
    thing = a_class()
    assert solution.greeting(thing) is thing
    assert thing(2).hello() == "hi 2"


def test_a_value_that_hides_its_descriptor():
    asked = []

    class Report:
        @solution.Lazy
        def total(self):
            asked.append(1)
            return 42
    report = Report()
    assert report.total == report.total == 42 and asked == [1]
    assert report.__dict__ == {"total": 42} and type(Report.total) is solution.Lazy


def test_values_behind_a_descriptor():
    class Item:
        price = solution.Positive()

        def __init__(self, price):
            self.price = price
    item = Item(3)
    item.price += 2
    assert item.price == 5 and vars(item) == {"price": 5}
    with pytest.raises(ValueError, match="price must be positive"):
        item.price = -1
    with pytest.raises(ValueError):
        Item(0)


def test_attributes_as_a_dict():
    thing = a_class()(1)
    thing.name = "n"
    assert solution.to_json(thing) == '{"name": "n", "x": 1}'
    assert solution.rename(thing, "name", "title") == (False, ["extra", "title", "x"])
    assert vars(thing) == {"x": 1, "title": "n", "extra": 1}


def test_copies():
    thing = a_class()([1, [2]])
    assert solution.clone(thing).x is thing.x and type(solution.clone(thing)) is type(thing)
    assert solution.from_dict(type(thing), {"x": 7}).double() == 14 == solution.from_dict(a_class(), {"x": 7}).double()
    other = solution.replaced(thing, x=5)
    assert other is not thing and (other.x, thing.x) == (5, [1, [2]])
    deep = solution.deeply([thing, "a"])[0]
    assert deep.x == thing.x and deep.x[1] is not thing.x[1]


def test_a_class_of_the_solution_gains_an_operation():
    with pytest.raises(TypeError):
        len(solution.Box([1, 2]))
    box = solution.sized(solution.Box)
    assert len(box([1, 2])) == 2


def test_a_descriptor_in_a_named_tuple():
    class Circle(collections.namedtuple("Base", "radius")):
        @solution.Lazy
        def area(self):
            return 3 * self.radius ** 2
    circle = Circle(2)
    assert circle.area == circle.area == 12 and vars(circle) == {"area": 12}


def test_an_object_that_was_passed_in_ends():
    thing = a_class()
    assert solution.to_json(thing(4711)) == '{"x": 4711}'
    assert not [found for found in gc.get_objects() if type(found) is thing]


def test_a_name_with_two_underscores():
    @solution.interface("read", "write")
    class File:
        pass
    assert File.__interface__ == File().__interface__ == ("read", "write")
    assert not hasattr(File, "__other__")
