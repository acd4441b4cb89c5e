"""Works, but forgets functools.wraps, and times only calls that return."""

import time

timings = []
call_log = []


def timed(func=None, *, clock=time.perf_counter, log=None):
    if func is None:
        return lambda function: timed(function, clock=clock, log=log)
    entries = timings if log is None else log

    def wrapper(*args, **kwargs):
        begun = clock()
        result = func(*args, **kwargs)
        entries.append((func.__name__, clock() - begun))
        return result

    return wrapper


def log_calls(func=None, *, log=None):
    if func is None:
        return lambda function: log_calls(function, log=log)
    entries = call_log if log is None else log

    def wrapper(*args, **kwargs):
        call = {"name": func.__name__, "args": args, "kwargs": kwargs}
        try:
            result = func(*args, **kwargs)
        except Exception as exception:
            entries.append({**call, "error": type(exception).__name__})
            raise
        entries.append({**call, "result": result})
        return result

    return wrapper


def retry(times, *, on=Exception, pause=None):
    if times < 1:
        raise ValueError("times must be 1 or more")

    def decorate(func):
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise
                    if pause is not None:
                        pause(attempt)

        return wrapper

    return decorate
