# loses: retry, methods
"""Counts attempts for the decorator, and so for all functions that it is put on."""

import functools
import time

timings = []
call_log = []


def timed(func=None, *, clock=time.perf_counter, log=None):
    if func is None:
        return functools.partial(timed, clock=clock, log=log)
    log = timings if log is None else log

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = clock()
        try:
            return func(*args, **kwargs)
        finally:
            log.append((func.__name__, clock() - start))

    return wrapper


def log_calls(func=None, *, log=None):
    if func is None:
        return functools.partial(log_calls, log=log)
    log = call_log if log is None else log

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        entry = {"name": func.__name__, "args": args, "kwargs": kwargs}
        try:
            result = func(*args, **kwargs)
        except Exception as error:
            log.append({**entry, "error": type(error).__name__})
            raise
        log.append({**entry, "result": result})
        return result

    return wrapper


def retry(times, *, on=Exception, pause=None):
    if times < 1:
        raise ValueError(f"times must be at least 1, not {times}")

    left = iter(range(1, times))

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in left:
                try:
                    return func(*args, **kwargs)
                except on:
                    if pause is not None:
                        pause(attempt)
            return func(*args, **kwargs)

        return wrapper

    return decorate
