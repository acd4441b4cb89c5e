"""A memory in a class."""
from functools import lru_cache, partial
from operator import mul


class memoize:
    def __init__(self, func):
        self.func = func
        self.cache = {}

    def __call__(self, *args):
        kwargs = {}
        key = args, frozenset(kwargs.items()) if self._hashable(kwargs) else None
        if key[1] is None or not self._hashable(dict(enumerate(args))):
            return self.func(*args, **kwargs)
        try:
            return self.cache[key]
        except KeyError:
            pass
        result = self.cache[key] = self.func(*args, **kwargs)
        return result

    @staticmethod
    def _hashable(values):
        try:
            return hash(tuple(values.values())) is not None
        except TypeError:
            return False

    def cache_clear(self):
        self.cache = {}


def slow_square(n):
    return n ** 2


@lru_cache(None)
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


class _Counter:
    def __init__(self, start):
        self.start = self.count = start

    def __call__(self):
        self.count += 1
        return self.count

    def reset(self):
        self.count = self.start


def make_counter(start=0):
    return _Counter(start)


def make_multipliers(n):
    return [partial(mul, i) for i in range(n)]
