import random
from unittest.mock import patch

import pytest

import dice


@pytest.fixture
def rng():
    return random.Random(1234)


@pytest.mark.parametrize(
    "text, parsed",
    [
        ("d6", (1, 6, 0)),
        ("2d6", (2, 6, 0)),
        ("3d8+2", (3, 8, 2)),
        ("1d20-1", (1, 20, -1)),
        (" 2 D 6 + 1 ", (2, 6, 1)),
        ("d%", (1, 100, 0)),
    ],
)
def test_parse(text, parsed):
    assert dice.parse(text) == parsed


@pytest.mark.parametrize("text", ["", "6", "0d6", "2d0", "2d", "d6+", "2d6x", "-1d6"])
def test_parse_errors(text):
    with pytest.raises(dice.DiceError):
        dice.parse(text)


def test_roll_range(rng):
    results = {dice.roll("2d6+1", rng).total for _ in range(2000)}
    assert results == set(range(3, 14))


def test_roll_keeps_single_dice(rng):
    r = dice.roll("4d6+3", rng)
    assert len(r.dice) == 4
    assert r.total == sum(r.dice) + 3


def test_seed_makes_it_repeatable():
    a = [dice.roll("3d6", random.Random(7)).dice for _ in range(3)]
    assert a[0] == a[1] == a[2]


def test_global_random_untouched(rng):
    random.seed(5)
    before = random.getstate()
    dice.roll("10d10", rng)
    assert random.getstate() == before


def test_default_rng():
    with patch("random.randint", return_value=4), patch("random.Random.randint", return_value=4):
        assert dice.roll("2d6").total == 8


def test_str():
    with patch("random.randint", side_effect=[2, 5]), patch("random.Random.randint", side_effect=[2, 5]):
        assert str(dice.roll("2d6+1")) == "2d6+1: 2 + 5 + 1 = 8"


def test_advantage():
    class Fake:
        def __init__(self, values):
            self.values = list(values)

        def randint(self, a, b):
            assert (a, b) == (1, 20)
            return self.values.pop(0)

    assert dice.roll("d20", Fake([3, 17]), advantage=True).total == 17
    assert dice.roll("d20", Fake([17, 3]), advantage=True).total == 17


def test_distribution():
    d = dice.distribution("2d6")
    assert d[7] == pytest.approx(6 / 36)
    assert d[2] == pytest.approx(1 / 36)
    assert sum(d.values()) == pytest.approx(1)
    assert min(d) == 2 and max(d) == 12


def test_distribution_modifier():
    assert set(dice.distribution("d4+10")) == {11, 12, 13, 14}


def test_mean():
    assert dice.mean("3d6+2") == pytest.approx(12.5)


def test_fairness(rng):
    n = 6000
    counts = [0] * 7
    for _ in range(n):
        counts[dice.roll("d6", rng).total] += 1
    for face in range(1, 7):
        assert counts[face] == pytest.approx(n / 6, rel=0.15)
