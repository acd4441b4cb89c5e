"""What stands in a class or an object over what a base has, and names that look like Python's own."""

# interface: objects
import copy
import operator
import pickle
import threading

from solution import Document, Greeter, Letter, Loaded, Names, Point, Reduced, Worker, Wrapper


def test_a_property_over_a_method():
    assert Letter().text == "dear all"
    assert isinstance(Letter.text, property)


def test_a_value_over_a_method():
    letter = Letter()
    assert (letter.kind, Letter.kind, letter.author) == ("letter", "letter", None)


def test_a_value_over_a_static_method():
    assert (Letter.pages, Letter().pages, Document.pages()) == (5, 5, 1)


def test_what_is_inherited_stays():
    assert isinstance(Letter.make(), Letter)


def test_an_attribute_over_a_method():
    def greet():
        return "good day"
    assert Greeter(greet).greet is greet
    assert (Greeter().greet(), Greeter(greet).greet()) == ("hello", "good day")


def test_a_property_under_a_special_name():
    assert Point(3).__geo_interface__ == {"type": "Point", "coordinates": [3]}
    assert hasattr(Point(3), "__geo_interface__") and not hasattr(Point(3), "__no_interface__")


def test_a_method_under_a_special_name():
    assert Point(3).__json__() == [3]


def test_data_under_a_special_name():
    assert Point.__version__ == Point(1).__version__ == "1.2"


def test_names_of_the_class():
    assert {"__geo_interface__", "__json__", "__getstate__"} <= set(vars(Point)) & set(dir(Point))


def test_state():
    point = Point(3)
    assert point.__getstate__() == {"x": 3, "version": 1}
    point.__setstate__({"x": 1})
    assert point.x == 101
    assert copy.copy(Point(3)).x == pickle.loads(pickle.dumps(Point(3))).x == 103


def test_reduce():
    assert Reduced(3).__reduce__() == (Reduced, (3,))


def test_size_and_hint():
    assert (Point(1).__sizeof__(), Point(1).__length_hint__(), operator.length_hint(Point(1))) == (1234, 7, 7)


def test_the_class_of_an_object_below_the_librarys():
    assert Worker().__class__ is type(Worker()) is Worker
    assert (Names([1]).__class__, Loaded(1).__class__.__name__) == (Names, "Loaded")
    assert isinstance(Worker(), threading.Thread)


def test_names_that_a_callable_object_is_given():
    wrapper = Wrapper(len)
    wrapper.__name__, wrapper.__doc__, wrapper.__module__ = "new", "new doc", "here"
    assert (wrapper.__name__, wrapper.__doc__, wrapper.__module__) == ("new", "new doc", "here")
    assert wrapper([1, 2]) == 2
