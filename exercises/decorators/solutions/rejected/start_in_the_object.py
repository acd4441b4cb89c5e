# loses: recording
"""Keeps the start of a call in the object, where an inner call overwrites it."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from types import MethodType
from typing import Any

timings: list = []
call_log: list = []


class Decorated:
    """A function with something around its calls."""

    def __init__(self, func: Callable) -> None:
        functools.update_wrapper(self, func)
        self.func = func

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else MethodType(self, instance)


class Timed(Decorated):
    def __init__(self, func: Callable, clock: Callable[[], float], log: list) -> None:
        super().__init__(func)
        self.clock = clock
        self.log = log

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.start = self.clock()
        try:
            return self.func(*args, **kwargs)
        finally:
            self.log.append((self.__name__, self.clock() - self.start))


class Logged(Decorated):
    def __init__(self, func: Callable, log: list) -> None:
        super().__init__(func)
        self.log = log

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        entry = {"name": self.__name__, "args": args, "kwargs": kwargs}
        try:
            entry["result"] = self.func(*args, **kwargs)
            return entry["result"]
        except Exception as error:
            entry["error"] = type(error).__name__
            raise
        finally:
            self.log.append(entry)


class Retried(Decorated):
    def __init__(self, func: Callable, settings: retry) -> None:
        super().__init__(func)
        self.settings = settings

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        attempt = 0
        while True:
            attempt += 1
            try:
                return self.func(*args, **kwargs)
            except self.settings.on:
                if attempt == self.settings.times:
                    raise
            self.settings.pause(attempt)


class retry:
    """The decorator itself is an object too, made from its arguments."""

    def __init__(
        self,
        times: int,
        *,
        on: type[Exception] | tuple[type[Exception], ...] = Exception,
        pause: Callable[[int], object] | None = None,
    ) -> None:
        if times < 1:
            raise ValueError("a function has to be called at least once")
        self.times = times
        self.on = on
        self.pause = pause or (lambda attempt: None)

    def __call__(self, func: Callable) -> Retried:
        return Retried(func, self)


def timed(func=None, *, clock=time.perf_counter, log=None):
    def decorate(func: Callable) -> Timed:
        return Timed(func, clock, timings if log is None else log)

    return decorate if func is None else decorate(func)


def log_calls(func=None, *, log=None):
    def decorate(func: Callable) -> Logged:
        return Logged(func, call_log if log is None else log)

    return decorate if func is None else decorate(func)
