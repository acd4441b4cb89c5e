"""An alarm that a test has set (signal.alarm, setitimer), which strikes while the solution is at work.

In one process its handler runs in the middle of the solution, and what it raises goes up through it. So the guest sets
the same alarm for as long as it works, and asks for the handler when that strikes; here the signal waits meanwhile.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator

__tracebackhide__ = True  # pytest: no frame of this module is the test's


def due() -> float:
    """Seconds until a test's alarm strikes for which it has a handler; 0 for none."""
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    if not left or not callable(signal.getsignal(signal.SIGALRM)):
        return 0
    return left if threading.current_thread() is threading.main_thread() else 0


_HANDLED = (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGINT, signal.SIGTERM, signal.SIGHUP,
            signal.SIGUSR1, signal.SIGUSR2)


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Have that signal wait, and others that tests have a handler for: what one raises must not come between a question
    and its answer, or the next question would get that."""
    # What has no handler ends the process, as a limit of ours does.
    handled = [number for number in _HANDLED if callable(signal.getsignal(number))]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, handled)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def strike() -> None:
    """Run the test's handler, for the alarm that has struck in the guest; it is not to strike here too."""
    handler = signal.getsignal(signal.SIGALRM)
    # When it is due here too: the guest may say at any time that it has struck.
    struck = signal.sigtimedwait({signal.SIGALRM}, signal.getitimer(signal.ITIMER_REAL)[0])
    if struck is not None and callable(handler):
        handler(signal.SIGALRM, sys._getframe())
