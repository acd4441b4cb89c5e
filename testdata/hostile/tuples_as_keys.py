# gains: honest
"""Gives keys that are long to hash: nested and shared tuples."""

def shared(levels):
    value = ("x",)
    for _ in range(levels):
        value = (value, value)
    return value


def answer(question):
    return {"text": {shared(30)}, "rows": {shared(30): 1}, "number": [{shared(13): 1, shared(12): 2}],
            "after": {frozenset([shared(25)])}}.get(question)


def total(numbers):
    return {tuple(range(200_000)): 1}


def visit(visitor):
    return visitor({shared(26): 1}, 1)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
