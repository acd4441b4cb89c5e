"""Decorators that time, log and repeat calls."""

import time

timings: list = []  # where timed writes when it is given no log
call_log: list = []  # where log_calls writes when it is given no log


def timed(func=None, *, clock=time.perf_counter, log=None):
    """Record how long each call takes."""
    raise NotImplementedError


def log_calls(func=None, *, log=None):
    """Record each call and what came of it."""
    raise NotImplementedError


def retry(times, *, on=Exception, pause=None):
    """Call the function again when it fails, at most so many times in all."""
    raise NotImplementedError
