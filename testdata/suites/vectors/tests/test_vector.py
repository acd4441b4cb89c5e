import math

import pytest

from solution import Vector


def test_add_and_subtract():
    assert Vector(1, 2) + Vector(3, 4) == Vector(4, 6)
    assert Vector(1, 2) - Vector(3, 4) == Vector(-2, -2)


def test_scalar_multiplication_both_ways():
    v = Vector(1, -2)
    assert v * 3 == Vector(3, -6)
    assert 3 * v == Vector(3, -6)
    assert v / 2 == Vector(0.5, -1.0)


def test_dot_product():
    assert Vector(1, 2) @ Vector(3, 4) == 11


def test_in_place_add_keeps_the_object():
    v = same = Vector(1, 1)
    v += Vector(2, 3)
    assert v is same
    assert (same.x, same.y) == (3, 4)


def test_other_in_place_operators_make_new_ones():
    v = same = Vector(1, 1)
    v *= 5
    assert v == Vector(5, 5)
    assert same == Vector(1, 1)


def test_unary():
    assert -Vector(1, -2) == Vector(-1, 2)
    assert abs(Vector(3, 4)) == 5.0
    assert +Vector(1, 2) == Vector(1, 2)


def test_adding_a_number_is_a_type_error():
    with pytest.raises(TypeError):
        Vector(1, 2) + 1
    with pytest.raises(TypeError, match="unsupported operand"):
        1 - Vector(1, 2)


def test_sum_of_vectors_starts_at_zero():
    assert sum([Vector(1, 2), Vector(3, 4)]) == Vector(4, 6)


def test_not_equal_to_tuple():
    assert Vector(1, 2) != (1, 2)
    assert not Vector(1, 2) == None  # noqa: E711


def test_unpacks_and_indexes():
    x, y = Vector(7, 8)
    assert [x, y] == [7, 8]
    v = Vector(1, 2)
    v[1] = 9
    assert v[0] == 1 and v[-1] == 9
    with pytest.raises(IndexError):
        v[2]


def test_reflected_operator_of_the_other_side_wins():
    class Shift:
        def __radd__(self, left):
            return ("shifted", left)

    v = Vector(0, 0)
    assert v + Shift() == ("shifted", v)


def test_rotate_approximately():
    v = Vector(1, 0).rotated(math.pi / 2)
    assert v.x == pytest.approx(0, abs=1e-9)
    assert v.y == pytest.approx(1)


def test_bool_and_round():
    assert not Vector(0, 0)
    assert Vector(0, 0.1)
    assert round(Vector(1.26, 2.34), 1) == Vector(1.3, 2.3)


def test_is_unhashable_because_it_changes():
    with pytest.raises(TypeError):
        {Vector(1, 2)}
