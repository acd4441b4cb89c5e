import pytest

from solution import Polynomial


@pytest.fixture(scope="module")
def p():
    return Polynomial(1, 0, -3, 2)  # 1 - 3x^2 + 2x^3


def test_call_evaluates(p):
    assert p(0) == 1
    assert p(2) == 5
    assert [p(x) for x in (-1, 0.5)] == [-4, 0.5]
    assert callable(p)


def test_getitem(p):
    assert p[2] == -3
    assert p[99] == 0
    assert p[1:] == Polynomial(0, -3, 2)
    with pytest.raises(IndexError):
        p[-1]


def test_len_counts_the_coefficients(p):
    assert len(p) == 4
    assert p.degree == 3
    assert len(Polynomial()) == 0


def test_trailing_zeros_are_dropped():
    assert Polynomial(1, 2, 0, 0) == Polynomial(1, 2)
    assert len(Polynomial(0, 0)) == 0


def test_truth():
    assert not Polynomial()
    assert not Polynomial(0)
    assert Polynomial(0, 1)


def test_iteration_both_ways(p):
    assert list(p) == [1, 0, -3, 2]
    assert list(reversed(p)) == [2, -3, 0, 1]


def test_contains_roots(p):
    assert 1 in p
    assert 0 not in p


def test_multiplication_and_power():
    x_plus_1 = Polynomial(1, 1)
    assert x_plus_1 * x_plus_1 == Polynomial(1, 2, 1)
    assert x_plus_1 ** 3 == Polynomial(1, 3, 3, 1)
    assert 2 * x_plus_1 == Polynomial(2, 2)
    assert x_plus_1 - 1 == Polynomial(0, 1)


def test_divmod():
    quotient, rest = divmod(Polynomial(-1, 0, 1), Polynomial(1, 1))
    assert (quotient, rest) == (Polynomial(-1, 1), Polynomial())
    assert Polynomial(3, 0, 1) % Polynomial(1, 1) == Polynomial(4)


@pytest.mark.parametrize("coefficients, text", [
    ((), "0"),
    ((5,), "5"),
    ((0, 1), "x"),
    ((1, 0, -3, 2), "2x^3 - 3x^2 + 1"),
    ((0, -1), "-x"),
])
def test_str(coefficients, text):
    assert str(Polynomial(*coefficients)) == text


def test_compose(p):
    shifted = p(Polynomial(1, 1))
    assert isinstance(shifted, Polynomial)
    assert shifted(1) == p(2)
