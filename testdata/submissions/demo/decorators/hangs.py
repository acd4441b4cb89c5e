"""Looks for the innermost function, and goes round in circles where there is one."""

import functools
import time

timings = []
call_log = []


def _original(func):
    original = func
    while hasattr(func, "__wrapped__"):
        original = func.__wrapped__
    return original


def timed(func=None, *, clock=time.perf_counter, log=None):
    if func is None:
        return lambda function: timed(function, clock=clock, log=log)
    entries = timings if log is None else log

    @functools.wraps(func)
    def measured(*args, **kwargs):
        begun = clock()
        try:
            return func(*args, **kwargs)
        finally:
            entries.append((func.__name__, clock() - begun))

    return measured


def log_calls(func=None, *, log=None):
    if func is None:
        return lambda function: log_calls(function, log=log)
    entries = call_log if log is None else log

    @functools.wraps(func)
    def logged(*args, **kwargs):
        call = {"name": _original(func).__name__, "args": args, "kwargs": kwargs}
        try:
            result = func(*args, **kwargs)
        except Exception as exception:
            entries.append(call | {"error": type(exception).__name__})
            raise
        entries.append(call | {"result": result})
        return result

    return logged


def retry(times, *, on=Exception, pause=None):
    if times < 1:
        raise ValueError("times must be 1 or more")

    def decorate(func):
        @functools.wraps(func)
        def persistent(*args, **kwargs):
            attempt = 1
            while True:
                try:
                    return func(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise
                if pause is not None:
                    pause(attempt)
                attempt += 1

        return persistent

    return decorate
