"""A test's own enumerations, and patterns."""

# interface: objects
import enum, re
import pytest, solution as s


class Color(enum.Enum):
    RED = 1
    BLUE = 2
    ALIAS = 1

    def area(self, k=1):
        return self.value * k

    @property
    def label(self):
        return self.name.title()


class N(enum.IntEnum):
    A = 1
    B = 2


class S(str, enum.Enum):
    X = "x"
    Y = "y"


class F(enum.Flag):
    R = 1
    W = 2


class P(enum.Enum):
    E = (1.5, 2)
    V = (3, 4)

    def __init__(self, a, b):
        self.a = a
        self.b = b


class O(enum.Enum):
    LO = 1
    HI = 2

    def __lt__(self, o):
        return self.value < o.value

    def __str__(self):
        return "o" + self.name


def test_all():
    assert s.name(Color.RED) == "RED" and s.value(Color.BLUE) == 2
    assert s.members(Color) == ["RED", "BLUE"] and s.item(Color, "RED") is Color.RED and s.of(Color, 2) is Color.BLUE
    assert s.is_enum(Color.RED) == (True, False) and s.is_enum(Color) == (False, True)
    assert s.all_members(Color) == [Color.RED, Color.BLUE] and s.same(Color.RED) is Color.RED and s.same(Color) is Color
    assert s.table(Color) == {Color.RED: 1, Color.BLUE: 2}
    assert s.lookup({Color.RED: 5}, Color.RED) == 5 and s.nxt(Color, Color.BLUE) is Color.RED
    assert s.call(Color.BLUE, 5) == 10 and s.setattr_(Color.RED) == "Red"
    assert s.length(Color)[0] == 2 and s.has(Color, Color.RED) and not s.has([Color.BLUE], Color.RED)
    assert s.text(Color.RED) == ("Color.RED", "<Color.RED: 1>", "Color.RED") and s.typ(Color.RED) is Color
    with pytest.raises(ValueError):
        s.of(Color, 9)
    with pytest.raises(KeyError):
        s.item(Color, "NO")


def test_int():
    assert (
        s.name(N.A) == "A"
        and s.is_int(N.A) == (True, 2)
        and s.same(N.B) is N.B
        and s.of(N, 2) is N.B
        and s.same(N.A) == 1
    )
    assert s.name(S.X) == "X" and s.same(S.X) is S.X and s.same(S.X) == "x" and s.item(S, "Y") == "y"


def test_flag():
    assert (
        s.comb(F.R, F.W) == F.R | F.W
        and s.has(F.R | F.W, F.W)
        and s.same(F.R | F.W) == (F.R | F.W)
        and s.same(F(0)) == F(0)
    )


def test_p():
    assert s.value(P.E) == (1.5, 2) and s.same(P.E).a == 1.5 and s.members(P) == ["E", "V"]


def test_o():
    assert max([O.LO, O.HI]) is O.HI and s.text(O.LO)[0] == "oLO"


def test_re():
    P = re.compile("A+", re.I)
    assert s.comp(P) == ("A+", "x-y", True) and s.same(P) is P
