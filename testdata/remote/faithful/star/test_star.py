"""`from solution import *`, with what of the library comes along."""

from solution import *


def test_functions():
    assert one() == 1 and area(1) == math.pi and where("a", "b") == os.path.join("a", "b")
    assert add([1, 2]) == functools.reduce(int.__add__, [1, 2]) == Decimal(3)


def test_classes():
    assert count("aa") == Counter("aa") and first(2) == deque([date(2020, 1, 2)])
