import random
import re
from collections import defaultdict
from dataclasses import dataclass

PATTERN = re.compile(r"(\d*)d(\d+|%)([+-]\d+)?", re.I)


class DiceError(ValueError):
    pass


def parse(text):
    m = PATTERN.fullmatch("".join(text.split()))
    if not m:
        raise DiceError(f"cannot parse {text!r}")
    count = int(m[1] or 1)
    sides = 100 if m[2] == "%" else int(m[2])
    if not count or not sides:
        raise DiceError("zero dice")
    return count, sides, int(m[3] or 0)


@dataclass
class Roll:
    spec: str
    dice: list
    modifier: int

    @property
    def total(self):
        return sum(self.dice) + self.modifier

    def __str__(self):
        parts = [str(d) for d in self.dice]
        if self.modifier:
            parts.append(str(self.modifier))
        return f"{self.spec}: {' + '.join(parts)} = {self.total}"


def roll(spec, rng=random, advantage=False):
    n, sides, mod = parse(spec)

    def once():
        return Roll(spec, [rng.randint(1, sides) for _ in range(n)], mod)

    if advantage:
        return max(once(), once(), key=lambda r: r.total)
    return once()


def distribution(spec):
    n, sides, mod = parse(spec)
    dist = {mod: 1.0}
    for _ in range(n):
        new = defaultdict(float)
        for total, p in dist.items():
            for face in range(1, sides + 1):
                new[total + face] += p / sides
        dist = new
    return dict(dist)


def mean(spec):
    return sum(v * p for v, p in distribution(spec).items())
