"""An alarm that a test has set (signal.alarm, setitimer), which strikes while the solution is at work.

In one process its handler runs in the middle of the solution, and what it raises goes up through it. So the guest sets
the same alarm for as long as it works, and asks for the handler when that strikes; here the signal waits meanwhile.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_SOON = 0.001
_sleep = time.sleep  # which a test may patch


def due() -> float:
    """Seconds until a test's alarm strikes for which it has a handler; 0 for none."""
    if signal.SIGALRM in _due and signal.SIGALRM in _held:  # it has come while it was held
        return _SOON
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    if not left or not callable(signal.getsignal(signal.SIGALRM)):
        return 0
    return left if threading.current_thread() is threading.main_thread() else 0


_HANDLED: tuple[int, ...] = (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGINT, signal.SIGTERM,
                             signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2)
_held: dict[int, Any] = {}
"""The tests' handlers, by number, while a question is on its way."""
_due: set[int] = set()
"""Signals that have come meanwhile."""


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Have that signal wait, and others that tests have a handler for: what one raises must not come between a question
    and its answer, or the next question would get that. (A mask would not do: another thread may get the signal, and
    the main one runs the handler all the same.)"""
    if _held or threading.current_thread() is not threading.main_thread():
        yield
        return
    # What has no handler ends the process, as a limit of ours does.
    handlers = {number: handler for number in _HANDLED if callable(handler := signal.getsignal(number))
                and handler is not signal.default_int_handler}
    if not handlers:
        yield
        return
    try:
        for number in handlers:
            signal.signal(number, _note)
        _held.update(handlers)  # not before: one may raise until then
        yield
    finally:
        _held.clear()
        for number, handler in handlers.items():
            if signal.getsignal(number) is _note:
                signal.signal(number, handler)
        come = [number for number in handlers if number in _due]
        _due.clear()
        for number in come:
            handlers[number](number, sys._getframe())


def _note(number: int, _: Any) -> None:
    _due.add(number)


def strike() -> None:
    """Run the test's handler, for the alarm that has struck in the guest; it is not to strike here too."""
    # When it is due here too: the guest may say at any time that it has struck.
    while signal.SIGALRM not in _due and (left := signal.getitimer(signal.ITIMER_REAL)[0]):
        _sleep(left)
    if signal.SIGALRM in _due and signal.SIGALRM in _held:
        _due.discard(signal.SIGALRM)
        _held[signal.SIGALRM](signal.SIGALRM, sys._getframe())
