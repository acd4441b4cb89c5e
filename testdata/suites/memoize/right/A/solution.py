"""Functions that remember."""
import functools


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        try:
            hash(key)
        except TypeError:
            return func(*args, **kwargs)
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]

    wrapper.cache = cache
    wrapper.cache_clear = cache.clear
    return wrapper


@functools.lru_cache(maxsize=2)
def slow_square(n):
    return n * n


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def make_counter(start=0):
    count = start

    def tick():
        nonlocal count
        count += 1
        return count

    def reset():
        nonlocal count
        count = start

    tick.reset = reset
    return tick


def make_multipliers(n):
    return [lambda x, i=i: x * i for i in range(n)]
