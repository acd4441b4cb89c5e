"""Uses what the tests give it."""
import functools
import inspect


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


def private(thing):
    try:
        return thing._secret
    except AttributeError:
        return "hidden"


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


def partial_sum(items, each):
    return sum(each(item) for item in items)


def nested(function, depth):
    return depth if depth == 0 else function(depth - 1)


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
