import functools
import inspect
import time
import types
import warnings


class count_calls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.func(*args, **kwargs)


def retry(times=3, delay=1.0, on=Exception, sleep=None):
    sleep = sleep or time.sleep

    def decorate(func):
        def attempt(left, wait, args, kwargs):
            try:
                return func(*args, **kwargs)
            except on:
                if left == 1:
                    raise
            sleep(wait)
            return attempt(left - 1, wait * 2, args, kwargs)

        return functools.wraps(func)(lambda *args, **kwargs: attempt(times, delay, args, kwargs))

    return decorate


def trace(*funcs, log=None):
    def decorate(func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            result = func(*args, **kwargs)
            words = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
            (log or print)("%s(%s) -> %r" % (func.__name__, words, result))
            return result
        return inner
    return decorate(funcs[0]) if funcs else decorate


def typed(func):
    hints = inspect.get_annotations(func)

    @functools.wraps(func)
    def inner(*args, **kwargs):
        bound = inspect.signature(func).bind(*args, **kwargs)
        bad = [(n, v) for n, v in bound.arguments.items() if n in hints and not isinstance(v, hints[n])]
        for name, value in bad:
            raise TypeError("{}: expected {}, got {}".format(name, hints[name].__name__, type(value).__name__))
        return func(*bound.args, **bound.kwargs)
    return inner


def deprecated(message):
    def decorate(func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            warnings.warn(DeprecationWarning(message), stacklevel=2)
            return func(*args, **kwargs)
        return inner
    return decorate
