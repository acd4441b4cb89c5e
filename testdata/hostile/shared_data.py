# gains: honest
"""Gives small data that is huge when it is walked: pairs of pairs, and wide sharing."""

def pairs(levels, leaf=0):
    value = [leaf]
    for _ in range(levels):
        value = [value, value]
    return value


def wide(levels):
    value = "x"
    for _ in range(levels):
        value = [value] * 100
    return value


def cycle():
    value = []
    value += [value, value, value]
    return value


def answer(question):
    if question == "text":
        return pairs(22)
    if question == "rows":
        return wide(4)
    if question == "number":
        return tuple(pairs(60))
    if question == "after":
        return cycle()
    return {"code": "OSPREY", "parts": pairs(22)}


def visit(visitor):
    visitor(pairs(22), pairs(22))
    return [pairs(22), cycle()]


def fill(items, box):
    items[:] = [box, box, items, items]
    box.update({number: items for number in range(1000)})


def total(numbers):
    value = frozenset()
    for _ in range(60):
        value = frozenset([value, (value, value)])
    return value


def stream(limit=None):
    value = [0]
    while True:
        value = [value, value]
        yield value


def borrow(manager):
    one, other = [], []
    one.append(other)
    other.append(one)
    return [one, other, {1: one}]


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
