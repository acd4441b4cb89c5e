import pytest

from solution import Rational


@pytest.mark.parametrize("args, text", [((1, 2), "1/2"), ((2, 4), "1/2"), ((3, -6), "-1/2"), ((8, 4), "2"),
                                        ((0, 5), "0"), ((7,), "7")])
def test_is_reduced(args, text):
    assert str(Rational(*args)) == text


def test_equality_with_ints():
    assert Rational(4, 2) == 2
    assert 2 == Rational(4, 2)
    assert Rational(1, 2) != 1


def test_equal_ones_hash_alike():
    assert hash(Rational(1, 2)) == hash(Rational(2, 4))
    assert len({Rational(1, 2), Rational(2, 4), Rational(1, 3)}) == 2


def test_int_and_rational_are_the_same_key():
    prices = {Rational(3): "three"}
    assert prices[3] == "three"
    prices[Rational(6, 2)] = "drei"
    assert prices == {3: "drei"}


def test_order():
    half, third = Rational(1, 2), Rational(1, 3)
    assert third < half
    assert half >= third
    assert half > 0
    assert 1 > half
    assert sorted([half, Rational(-5), third]) == [Rational(-5), third, half]
    assert max(half, third) is half


def test_arithmetic():
    assert Rational(1, 2) + Rational(1, 3) == Rational(5, 6)
    assert 1 - Rational(1, 3) == Rational(2, 3)
    assert Rational(2, 3) * 3 == 2
    assert 1 / Rational(2, 3) == Rational(3, 2)


def test_conversions():
    assert float(Rational(1, 4)) == 0.25
    assert int(Rational(-7, 2)) == -3
    assert bool(Rational(0)) is False
    assert repr(Rational(1, 2)) == "Rational(1, 2)"


def test_zero_denominator():
    with pytest.raises(ZeroDivisionError):
        Rational(1, 0)
    with pytest.raises(ZeroDivisionError):
        Rational(1) / 0


def test_cannot_be_ordered_with_text():
    with pytest.raises(TypeError):
        Rational(1) < "2"


def test_immutable():
    r = Rational(1, 2)
    with pytest.raises(AttributeError):
        r.numerator = 3
