import itertools
import random as _random
from collections import Counter
from fractions import Fraction


class DiceError(Exception):
    pass


def parse(text):
    s = text.replace(" ", "").lower()
    mod = 0
    for sign in "+-":
        head, found, tail = s.partition(sign)
        if found:
            if not tail.isdigit():
                raise DiceError(text)
            s, mod = head, int(sign + tail)
            break
    n, d, sides = s.partition("d")
    n = n or "1"
    sides = "100" if sides == "%" else sides
    if not d or not n.isdigit() or not sides.isdigit() or int(n) < 1 or int(sides) < 1:
        raise DiceError("bad dice: " + repr(text))
    return int(n), int(sides), mod


class Result:
    def __init__(self, spec, values, mod):
        self.spec, self.dice, self.mod = spec, values, mod
        self.total = sum(values, mod)

    def __str__(self):
        extra = [self.mod] if self.mod else []
        return "%s: %s = %d" % (self.spec, " + ".join(map(str, self.dice + extra)), self.total)


def roll(spec, rng=None, advantage=False):
    rng = rng or _random.Random()
    n, sides, mod = parse(spec)
    results = []
    for _ in range(2 if advantage else 1):
        results.append(Result(spec, [rng.randint(1, sides) for _ in range(n)], mod))
    results.sort(key=lambda r: r.total)
    return results[-1]


def distribution(spec):
    n, sides, mod = parse(spec)
    faces = range(1, sides + 1)
    c = Counter(sum(t) + mod for t in itertools.product(faces, repeat=n))
    return {k: Fraction(v, sides ** n) for k, v in sorted(c.items())}


def mean(spec):
    n, sides, mod = parse(spec)
    return n * (sides + 1) / 2 + mod
