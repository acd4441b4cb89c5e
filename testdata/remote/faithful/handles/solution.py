"""Objects that stay: functions, iterators, context managers, modules."""
import contextlib
import functools
import math
import time

events = []


def add(a, b=2, *rest, c: int = 3, **others) -> int:
    """Adds."""
    return a + b + sum(rest) + c + sum(others.values())


def make_adder(number):
    def adder(value):
        return value + number
    return adder


class Callable:
    def __init__(self, number):
        self.number = number

    def __call__(self, value):
        return value * self.number


def make_callable(number):
    return Callable(number)


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return ("wrapped", function(*args, **kwargs))
    return wrapper


def plain_decorate(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


def count(start):
    try:
        while True:
            got = yield start
            start = start + 1 if got is None else got
    except ValueError:
        yield "caught"
        return "returned"
    finally:
        events.append("closed")


def squares(numbers):
    for number in numbers:
        events.append(number)
        yield number * number


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return iter(range(self.start, 0, -1))


def countdown(start):
    return Countdown(start)


def numbers():
    return iter([1, 2, 3])


@contextlib.contextmanager
def opened(name):
    events.append("open " + name)
    try:
        yield name.upper()
    except KeyError:
        events.append("swallowed")
    finally:
        events.append("close " + name)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return isinstance(error, ZeroDivisionError)


def manager():
    return Manager()


def thing():
    return THING


THING = object()


def is_thing(value):
    return value is THING


def pause():
    time.sleep(100)


class Box:
    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return self.items


box_put = Box().put
COUNTER = 0


def bump():
    global COUNTER
    COUNTER += 1


plus_one = functools.partial(add, 1)


@functools.lru_cache(maxsize=None)
def cached(number):
    events.append(number)
    return number * 2


def table():
    return {"upper": str.upper, "add": add, "inner": [lambda value: value + 1]}


def call_it(function, *args):
    return function(*args)


class Tracked:
    alive = 0

    def __init__(self):
        Tracked.alive += 1

    def __del__(self):
        Tracked.alive -= 1


def tracked():
    return Tracked()


def alive():
    return Tracked.alive


def begun():
    def add():
        total = 0
        while True:
            total += (yield total) or 0
    generator = add()
    next(generator)
    return generator
