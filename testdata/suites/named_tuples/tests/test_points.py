import pytest

from solution import Employee, Point, centroid, parse_employees

CSV = """\
Ann,engineering,100
Bob,sales,80
Cid,engineering,120
"""


def test_point_is_a_tuple():
    p = Point(1, 2)
    assert isinstance(p, tuple)
    assert p == (1, 2)
    assert p.x == p[0] == 1
    x, y = p
    assert (x, y) == (1, 2)


def test_defaults_and_keywords():
    assert Point(y=5) == (0, 5)
    assert Point() == (0, 0)


def test_fields():
    assert Point._fields == ("x", "y")
    assert Point(1, 2)._asdict() == {"x": 1, "y": 2}
    assert Point(1, 2)._replace(x=9) == Point(9, 2)
    assert Point._make([3, 4]) == Point(3, 4)


def test_methods_and_repr():
    assert Point(1, 2).moved(dy=3) == Point(1, 5)
    assert isinstance(Point(1, 2).moved(1), Point)
    assert repr(Point(1, 2)) == "Point(x=1, y=2)"


def test_is_immutable_and_hashable():
    p = Point(1, 2)
    with pytest.raises(AttributeError):
        p.x = 3
    assert {p: "here"}[Point(1, 2)] == "here"
    assert p in {(1, 2)}


def test_centroid():
    c = centroid([Point(0, 0), Point(4, 0), (2, 6)])
    assert c == (2, 2)
    assert c.y == 2


def test_parse_employees():
    staff = parse_employees(CSV)
    assert [e.name for e in staff] == ["Ann", "Bob", "Cid"]
    assert staff[0] == Employee("Ann", "engineering", 100)
    assert staff[1].pay == 80


def test_sorting_uses_tuple_order():
    staff = parse_employees(CSV)
    assert sorted(staff, key=lambda e: (e.department, -e.pay))[0].name == "Cid"
    assert max(staff).name == "Cid"
    assert sorted(staff, reverse=True)[-1] is staff[0]


def test_annotations():
    assert Employee.__annotations__ == {"name": str, "department": str, "pay": int}
    assert Employee.__doc__ == "Someone who works here."
    assert Employee._field_defaults == {"pay": 0}


def test_wrong_number_of_values():
    with pytest.raises(TypeError):
        Employee("Ann")
    with pytest.raises(ValueError, match="line 2"):
        parse_employees("A,b,1\nbroken\n")


def test_concatenation_gives_a_plain_tuple():
    assert Point(1, 2) + (3,) == (1, 2, 3)
    assert type(Point(1, 2) + (3,)) is tuple
    assert Point(1, 2)[::-1] == (2, 1)
    assert len(Point()) == 2
