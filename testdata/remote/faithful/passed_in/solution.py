"""Uses what the tests give it."""
import collections.abc
import functools
import inspect
import types
import typing


def apply(function, *args, **kwargs):
    return function(*args, **kwargs)


def sort(items, key):
    return sorted(items, key=key)


def describe(function):
    return function.__name__, function.__doc__, [str(p) for p in inspect.signature(function).parameters]


def too_many(function):
    try:
        function(1, 2, 3)
    except TypeError:
        return "arity"


def lines(file):
    return [line.rstrip("\n") for line in file]


def copy(source, target):
    target.write(source.read(3))
    target.write(source.readline())
    return source.read()


def use(repository):
    repository.name = "changed"
    repository.save("k", 1)
    with repository as opened:
        found = [len(opened), "k" in opened, opened["k"], list(opened)]
    return found, repository("called"), repository.name


def same(value):
    return value


def fields(point):
    return point.x + point.y, point[0], len(point), tuple(point), type(point).__name__


def build(kind, *args):
    return kind(*args)


def take(iterator, count):
    return [next(iterator) for _ in range(count)]


def send(generator):
    next(generator)
    return generator.send("sent")


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]
    return wrapper


def retry(function, times, on):
    for _ in range(times):
        try:
            return function()
        except on:
            pass
    return "gave up"


def nested(function, depth):
    return depth if depth == 0 else function(depth - 1)


def deepest(depth=0):
    try:
        return deepest(depth + 1)
    except RecursionError:
        return depth


def mutate_in_callback(items, function):
    items.append(1)
    function(items)
    return items


def edit(table):
    table["new"] = [1]
    del table["old"]
    table.count += 1
    del table.spare


def seek(file):
    first = file.read(2)
    file.seek(0)
    again = file.readline()
    place = file.tell()
    file.seek(0, 2)
    return first, again, place, file.readable(), file.read()


def write_lines(file, lines):
    file.writelines(lines)
    print("printed", file=file)


def each(iterator):
    return [value * 2 for value in iterator]


def size(value):
    return len(value)


def is_of(value, kind):
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return any(is_of(value, arg) for arg in args)
    if origin is list:
        return isinstance(value, list) and all(is_of(part, args[0]) for part in value)
    if origin is dict:
        return all(is_of(k, args[0]) and is_of(v, args[1]) for k, v in value.items())
    if origin is typing.Literal:
        return value in args
    return kind is typing.Any or isinstance(value, kind)


def checked(function):
    hints = typing.get_type_hints(function)

    @functools.wraps(function)
    def call(**given):
        for name, value in given.items():
            if not is_of(value, hints.get(name, object)):
                raise TypeError(name)
        return function(**given)
    return call


def fields_of(kind):
    return {name: str(hint) for name, hint in typing.get_type_hints(kind).items()}


def sort_of(thing):
    return [kind.__name__ for kind in (collections.abc.Mapping, collections.abc.Sequence) if isinstance(thing, kind)]


def manage(generator):
    class Manager:
        def __enter__(self):
            return next(generator)

        def __exit__(self, kind, error, trace):
            try:
                generator.throw(kind, error, trace)
            except StopIteration:
                return True
    return Manager()


def remember(function):
    known = {}

    def remembering(n):
        if n not in known:
            known[n] = function(n)
        return known[n]
    return remembering
