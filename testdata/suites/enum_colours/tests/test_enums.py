import enum

import pytest

from solution import Colour, Level, Permission, allowed, mix


class TestColour:
    def test_members_in_order(self):
        assert [c.name for c in Colour] == ["RED", "GREEN", "BLUE"]
        assert len(Colour) == 3

    def test_lookup(self):
        assert Colour("#ff0000") is Colour.RED
        assert Colour["BLUE"] is Colour.BLUE
        with pytest.raises(ValueError):
            Colour("#123456")
        with pytest.raises(KeyError):
            Colour["PINK"]

    def test_is_an_enum(self):
        assert issubclass(Colour, enum.Enum)
        assert isinstance(Colour.RED, Colour)
        assert Colour.RED in Colour

    def test_alias(self):
        assert Colour.CRIMSON is Colour.RED
        assert "CRIMSON" in Colour.__members__

    def test_properties(self):
        assert Colour.GREEN.rgb == (0, 255, 0)
        assert str(Colour.GREEN) == "green"

    def test_value_cannot_change(self):
        with pytest.raises(AttributeError):
            Colour.RED = "#000000"

    def test_as_keys(self):
        names = {Colour.RED: "rot", Colour.BLUE: "blau"}
        assert names[Colour("#0000ff")] == "blau"
        assert names[Colour.CRIMSON] == "rot"

    def test_mix(self):
        assert mix(Colour.RED, Colour.BLUE) == "#ff00ff"
        assert mix(*Colour) == "#ffffff"


class TestLevel:
    def test_ordered_like_ints(self):
        assert Level.LOW < Level.MIDDLE < Level.HIGH
        assert Level.HIGH == 3
        assert Level.LOW + 1 == Level.MIDDLE
        assert max(Level) is Level.HIGH

    def test_from_score(self):
        levels = [Level.of(s) for s in (0, 49, 50, 79, 80)]
        assert levels == [Level.LOW, Level.LOW, Level.MIDDLE, Level.MIDDLE, Level.HIGH]

    def test_repr(self):
        assert repr(Level.LOW) == "<Level.LOW: 1>"


class TestPermission:
    def test_combination(self):
        rw = Permission.READ | Permission.WRITE
        assert Permission.READ in rw
        assert Permission.EXECUTE not in rw
        assert rw & Permission.WRITE is Permission.WRITE
        assert not rw & Permission.EXECUTE

    def test_named_combination(self):
        assert Permission.ALL == Permission.READ | Permission.WRITE | Permission.EXECUTE
        assert ~Permission.READ == Permission.WRITE | Permission.EXECUTE

    def test_allowed(self):
        assert allowed("rw") == Permission.READ | Permission.WRITE
        assert allowed("") == Permission(0)
        with pytest.raises(ValueError, match="'q'"):
            allowed("rq")
