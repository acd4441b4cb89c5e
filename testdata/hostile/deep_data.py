# gains: honest
"""Gives data nested deeper than any stack."""

def deep_list(levels, last=None):
    value = last
    for _ in range(levels):
        value = [value]
    return value


def deep_tuple(levels):
    value = ()
    for _ in range(levels):
        value = (value,)
    return value


def deep_dict(levels):
    value = {}
    for _ in range(levels):
        value = {"code": value}
    return value


def answer(question):
    return {"text": deep_tuple(15_000), "rows": [deep_tuple(15_000)] * 2, "number": deep_list(15_000),
            "after": {deep_tuple(90): 1}}.get(question) or deep_dict(15_000)


def total(numbers):
    return {deep_tuple(15_000)}


def borrow(manager):
    return frozenset([frozenset([deep_tuple(99)])])


def visit(visitor):
    visitor(deep_list(15_000), deep_tuple(15_000))
    return deep_list(15_000)


def fill(items, box):
    items[:] = deep_list(15_000)
    box["sum"] = deep_dict(15_000)


def post(ledger, amount):
    ledger.entries = deep_list(15_000)


def stream(limit=None):
    value = None
    while True:
        value = (value,)
        yield value


def fail(what):
    raise ValueError(deep_tuple(15_000))


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
