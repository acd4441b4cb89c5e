"""The alarm of a test while the solution is at work (judge/alarms.py)."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Any

_SOON = 0.005  # seconds until it strikes again, where it struck while a message was on its way


class Alarm:
    """Strikes once, and only in the solution's own code: then it asks for the test's handler. ask: does so."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self._ask = ask
        self.at_work = False  # whether the solution's code runs, in the main thread

    def set(self, seconds: float) -> None:
        """Have it strike."""
        signal.signal(signal.SIGALRM, self._strike)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def _strike(self, *_: Any) -> None:
        if self.at_work:
            self._ask()
        else:
            signal.setitimer(signal.ITIMER_REAL, _SOON)

    def end(self) -> None:
        """The solution's work is over."""
        signal.setitimer(signal.ITIMER_REAL, 0)
