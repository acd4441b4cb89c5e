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


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Have the signal wait."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})


def strike() -> None:
    """Run the test's handler, for the alarm that has struck in the guest; it is not to strike here too."""
    handler = signal.getsignal(signal.SIGALRM)
    if callable(handler):
        if not signal.getitimer(signal.ITIMER_REAL)[1]:
            signal.setitimer(signal.ITIMER_REAL, 0)
        signal.sigtimedwait({signal.SIGALRM}, 0)
        handler(signal.SIGALRM, sys._getframe())
