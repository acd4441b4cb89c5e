import pytest

import solution
from solution import Temperature


class TestConversions:
    def test_celsius_is_the_base(self):
        t = Temperature(100)
        assert t.celsius == 100
        assert t.fahrenheit == 212

    def test_setting_fahrenheit_changes_celsius(self):
        t = Temperature()
        t.fahrenheit = 50
        assert t.celsius == pytest.approx(10)

    def test_alternative_constructors(self):
        assert Temperature.from_fahrenheit(212).celsius == pytest.approx(100)
        assert Temperature.parse("25 C").celsius == 25
        assert Temperature.parse("77F").celsius == pytest.approx(25)

    def test_static_check(self):
        assert Temperature.is_valid(-273.15)
        assert not Temperature.is_valid(-300)
        assert Temperature().is_valid(0) is True


class TestValidation:
    def test_absolute_zero_is_checked_in_the_constructor(self):
        with pytest.raises(ValueError, match=r"-300.* is below absolute zero"):
            Temperature(-300)

    def test_and_in_the_setter(self):
        t = Temperature(1)
        with pytest.raises(ValueError):
            t.celsius = -274
        assert t.celsius == 1

    @pytest.mark.parametrize("bad", ["12", None, [1]])
    def test_type(self, bad):
        t = Temperature(1)
        with pytest.raises(TypeError):
            t.celsius = bad

    def test_unknown_scale(self):
        with pytest.raises(ValueError, match="scale"):
            Temperature.parse("25 X")


class TestObject:
    def test_slots_forbid_new_attributes(self):
        with pytest.raises(AttributeError):
            Temperature().colour = "red"
        assert not hasattr(Temperature(), "__dict__")

    def test_kelvin_can_not_be_set(self):
        t = Temperature(0)
        assert t.kelvin == 273.15
        with pytest.raises(AttributeError):
            t.kelvin = 0

    def test_deleting_resets(self):
        t = Temperature(30)
        del t.celsius
        assert t.celsius == solution.DEFAULT

    def test_subclass_constructors_give_the_subclass(self):
        class Fever(Temperature):
            pass

        assert type(Fever.from_fahrenheit(100)) is Fever
        assert isinstance(Fever.parse("39 C"), Fever)
