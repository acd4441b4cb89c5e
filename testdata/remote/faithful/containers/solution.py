"""Changes what it is given, keeps it, shares it."""
import collections
import copy

registry = []
settings = {"level": 1}
_kept = []
log = []


def same(value):
    return value


def append(items, value):
    items.append(value)
    return items


def keep(items):
    _kept.append(items)


def kept():
    return _kept[-1]


def add_to_kept(value):
    _kept[-1].append(value)


def register(name):
    registry.append(name)


def change_all(listed, mapping, unique, queue, raw, counter):
    listed[:] = [3, 2, 1]
    mapping.pop("a")
    mapping["b"] = listed
    unique.add(9)
    queue.appendleft(0)
    raw.extend(b"!")
    counter["x"] += 1


def reorder(mapping):
    first = next(iter(mapping))
    mapping[first] = mapping.pop(first)


def shared():
    part = []
    return [part, part, (part,)]


def cycle():
    items = [1]
    items.append(items)
    return items


def swap(pair):
    pair[0], pair[1] = pair[1], pair[0]


def deep(value):
    return copy.deepcopy(value)


def shallow(value):
    return copy.copy(value)


def fail_after(items):
    items.append("seen")
    raise ValueError("after a change")


class Stack(list):
    pass


stack = Stack([1])


def push(value):
    stack.append(value)
    return stack


def undo_history():
    history = []

    def save(state):
        history.append(state)

    def undo():
        return history.pop()
    return {"save": save, "undo": undo}


def with_default(value, into=[]):
    into.append(value)
    return into


def chain():
    return collections.ChainMap({"a": 1}, settings)


def change_others(ordered, default, numbers, chained):
    ordered.move_to_end("a")
    default["b"].append(1)
    numbers.append(2.5)
    chained["new"] = 1


def raise_with(items):
    items.append("raised")
    raise ValueError(items)


def hold(items):
    return lambda: items
