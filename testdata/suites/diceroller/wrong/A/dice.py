import random


class DiceError(Exception):
    pass


def parse(text):
    try:
        n, rest = text.lower().split("d")
        mod = 0
        if "+" in rest:
            rest, mod = rest.split("+")
        return int(n or 1), int(rest), int(mod)
    except ValueError:
        raise DiceError(text)


class Roll:
    def __init__(self, spec, dice, mod):
        self.spec = spec
        self.dice = dice
        self.mod = mod
        self.total = sum(dice) + mod

    def __str__(self):
        return f"{self.spec}: {self.total}"


def roll(spec, rng=None, advantage=False):
    n, sides, mod = parse(spec)
    return Roll(spec, [random.randrange(1, sides) for _ in range(n)], mod)


def distribution(spec):
    n, sides, mod = parse(spec)
    values = range(n + mod, n * sides + mod + 1)
    return {v: 1 / len(values) for v in values}


def mean(spec):
    d = distribution(spec)
    return sum(k * v for k, v in d.items())
