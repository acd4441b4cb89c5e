# gains: honest
"""Builds nested pairs a level at a time, so that each message is small, then has them compared."""

levels = [[] for _ in range(60)]


def stream(limit=None):
    for lower, upper in zip(reversed(levels), reversed(levels[:-1])):
        upper[:] = [lower, lower]
        yield levels


def visit(visitor):
    visitor("a", levels[0])
    for number in range(59, 0, -1):
        levels[number - 1][:] = [levels[number], levels[number]]
        try:
            visitor("b", levels[0])
        except Exception:
            pass
    return levels[0]


def fill(items, box):
    items[:] = [levels[0], levels[0], levels[0]]
    for number in range(59):
        levels[number][:] = [levels[number + 1]] * 2
    box["sum"] = levels[0]


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
