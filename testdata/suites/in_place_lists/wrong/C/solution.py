def rotate(items: list, n: int) -> None:
    for _ in range(n % len(items) if items else 0):
        items.insert(0, items.pop())


def dedupe(items: list, key=lambda item: item) -> list:
    first = {}
    for item in items:
        first.setdefault(key(item), item)
    items.clear()
    items.extend(first.values())
    return items


def _leaves(nested):
    for item in nested:
        if type(item) is list:
            yield from _leaves(item)
        else:
            yield item


def flatten_into(nested, target=None):
    target = [] if target is None else target
    target += _leaves(nested)
    return target


def merge_settings(base: dict, changes: dict) -> None:
    stack = [(base, changes)]
    while stack:
        into, source = stack.pop()
        for key in source:
            into[key] = source[key]


def split_by(items, test):
    sides = ([], [])
    for item in items:
        sides[0 if test(item) else 1].append(item)
    return sides
