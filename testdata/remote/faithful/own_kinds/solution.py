import json
import os


def evaluate(names, env):
    return [env[name] for name in names]


def fill(target):
    target["x"] = 1
    target.update(y=2)
    return len(target), sorted(target), list(target.items()), target.get("q", 5), "x" in target


def push(items):
    items.append(3)
    items[0] = 9
    items.extend([4])
    return len(items), items[-1], items[1:], list(items), sorted(items), isinstance(items, list)


def merged(numbers):
    numbers.add(4)
    return numbers & {1, 4}, 1 in numbers, len(numbers)


def shown(given):
    return isinstance(given, dict), {**given}, json.dumps(dict(given)), given | {"a": 1}


def load():
    os.environ["MODE"] = "production"
    os.environ.pop("GONE", None)
    return os.environ.get("GIVEN")


def read(file):
    return file.read(100), file.readline(), list(file)
