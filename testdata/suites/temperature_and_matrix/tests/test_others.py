import math
from decimal import Decimal
from fractions import Fraction

import pytest

from containers import DefaultList, Temperature


@pytest.mark.parametrize("celsius, fahrenheit, kelvin", [(0, 32, 273.15), (100, 212, 373.15), (-40, -40, 233.15)])
def test_conversions(celsius, fahrenheit, kelvin):
    t = Temperature(celsius)
    assert t.fahrenheit == pytest.approx(fahrenheit)
    assert t.kelvin == pytest.approx(kelvin)
    assert Temperature.from_fahrenheit(fahrenheit) == Temperature(celsius)


def test_comparisons():
    cold, hot = Temperature(-5), Temperature(30.5)
    assert cold < hot and hot > cold and cold <= hot and not cold >= hot
    assert min(hot, cold) is cold
    assert sorted([hot, cold, Temperature(10)])[1] == Temperature(10)


def test_comparison_with_numbers():
    assert Temperature(20) == 20
    assert Temperature(20) < 20.5
    assert 19 < Temperature(20)
    assert Temperature(20) != "20"
    with pytest.raises(TypeError):
        Temperature(20) < "30"


@pytest.mark.parametrize("spec, text", [("", "21.5°C"), ("c", "21.5°C"), ("f", "70.7°F"), ("k", "294.65 K"), (".2f", "21.50°C")])
def test_format(spec, text):
    assert format(Temperature(21.5), spec) == text


def test_bad_format():
    with pytest.raises(ValueError):
        f"{Temperature(1):zz}"


def test_numbers_protocol():
    t = Temperature(21.7)
    assert int(t) == 21
    assert float(t) == 21.7
    assert round(t) == Temperature(22)
    assert math.floor(t) == 21
    assert abs(Temperature(-3)) == Temperature(3)
    assert bool(Temperature(0)) is True


def test_exact_types():
    assert Temperature(Decimal("1.1")).celsius == Decimal("1.1")
    assert Temperature(Fraction(1, 3)).celsius * 3 == 1


def test_hash_like_number():
    assert hash(Temperature(5)) == hash(5)
    assert Temperature(5) in {5: "x"}


def test_below_zero():
    with pytest.raises(ValueError):
        Temperature(-300)
    with pytest.raises(ValueError):
        Temperature(float("nan"))


def test_difference():
    assert Temperature(30) - Temperature(10) == 20
    assert isinstance(Temperature(30) - Temperature(10), (int, float))
    assert Temperature(30) - 10 == Temperature(20)


def test_default_list():
    d = DefaultList(int)
    d[3] += 1
    assert d == [0, 0, 0, 1]
    assert isinstance(d, list)
    assert len(d) == 4


def test_default_list_factory():
    d = DefaultList(list)
    d[1].append("x")
    assert d == [[], ["x"]]
    assert d[0] is not d[1]


def test_default_list_is_a_real_list():
    d = DefaultList(str, "abc")
    assert d[1:] == ["b", "c"]
    assert list(reversed(d)) == ["c", "b", "a"]
    assert "".join(d) == "abc"
    d.sort(reverse=True)
    assert d == ["c", "b", "a"]
    with pytest.raises(IndexError):
        d[-10]
