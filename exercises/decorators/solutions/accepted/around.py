"""Observers as context managers, and one helper that puts them around a function."""

import time
from contextlib import contextmanager
from functools import wraps
from itertools import count

timings, call_log = [], []


def around(observe):
    """A decorator out of a context manager that is given the call and takes the result."""

    def decorate(func):
        @wraps(func)
        def call(*args, **kwargs):
            with observe(func.__name__, args, kwargs) as done:
                result = func(*args, **kwargs)
                done(result)
            return result

        return call

    return decorate


def timed(func=None, *, clock=time.perf_counter, log=None):
    sink = log if log is not None else timings

    @contextmanager
    def observe(name, args, kwargs):
        start = clock()
        try:
            yield lambda result: None
        finally:
            sink.append((name, clock() - start))

    return around(observe)(func) if func else around(observe)


def log_calls(func=None, *, log=None):
    sink = log if log is not None else call_log

    @contextmanager
    def observe(name, args, kwargs):
        entry = dict(name=name, args=args, kwargs=kwargs)
        try:
            yield lambda result: entry.update(result=result)
        except Exception as error:
            entry["error"] = error.__class__.__name__
            raise
        finally:
            sink.append(entry)

    return around(observe)(func) if func else around(observe)


def retry(times, *, on=Exception, pause=None):
    if times <= 0:
        raise ValueError("times")

    def decorate(func):
        @wraps(func)
        def call(*args, **kwargs):
            for made in count(1):
                try:
                    return func(*args, **kwargs)
                except on:
                    if made >= times:
                        raise
                if pause:
                    pause(made)

        return call

    return decorate
