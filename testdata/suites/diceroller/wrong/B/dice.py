import random
import re
from collections import Counter


class DiceError(Exception):
    pass


def parse(text):
    m = re.match(r"(\d*)d(\d+|%)([+-]\d+)?", text.replace(" ", "").lower())
    if not m:
        raise DiceError(text)
    sides = 100 if m[2] == "%" else int(m[2])
    return int(m[1] or 1), sides, int(m[3] or 0)


class Roll:
    def __init__(self, spec, dice, mod):
        self.spec, self.dice, self.mod = spec, dice, mod

    @property
    def total(self):
        return sum(self.dice) + self.mod

    def __str__(self):
        return f"{self.spec}: {' + '.join(map(str, self.dice))} + {self.mod} = {self.total}"


def roll(spec, rng=random, advantage=False):
    n, sides, mod = parse(spec)
    dice = [rng.randint(1, sides) for _ in range(n)]
    if advantage:
        dice = max(dice, [rng.randint(1, sides) for _ in range(n)])
    return Roll(spec, dice, mod)


def distribution(spec):
    n, sides, mod = parse(spec)
    c = Counter(roll(spec).total for _ in range(1000))
    return {k: v / 1000 for k, v in c.items()}


def mean(spec):
    n, sides, mod = parse(spec)
    return n * sides / 2 + mod
