"""Processes that tests fork (os.fork, multiprocessing): none may ask the solution.

Two processes would take each other's answers for their own. What is asked there fails, and the test with it.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable
from typing import Any

__tracebackhide__ = True  # pytest: no frame of this module is the test's

MESSAGE = ("a test uses the solution in a process of its own (os.fork, multiprocessing), where it cannot be asked: use "
           'threads, or isolation = "shared"')


class Processes:
    """Whether this process is one of them, and whether one of them has asked."""

    def __init__(self) -> None:
        global _here
        _here = self
        self.apart = False
        self._asked = mmap.mmap(-1, 1)  # shared with them
        os.register_at_fork(after_in_child=self._leave)

    def _leave(self) -> None:
        self.apart = True

    def stay_together(self) -> None:
        """Fail in one of them; a pool of processes hands the error to the test."""
        if self.apart:
            self._asked[0] = 1
            raise RuntimeError(MESSAGE)

    def have_asked(self) -> bool:
        """In a test's own process: whether one of its processes has, since this was last called."""
        asked, self._asked[0] = self._asked[0], 0
        return bool(asked)


class Apart:
    """Stands in one of them for an object of the solution's; pickled, it is that object in the test's own process.

    (Where unpickling failed, a pool of processes would wait for ever.)
    """

    def __init__(self, revive: Callable[[bytes], Any], data: bytes) -> None:
        self.__dict__.update(_given=(revive, data))

    def __reduce__(self) -> Any:
        revive, data = self.__dict__["_given"]
        return revive, (data,)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return refuse()

    def __call__(self, *_: Any, **__: Any) -> None:
        refuse()


_here = Processes()


def refuse(*_: Any, **__: Any) -> None:
    """Stands in one of them for what it would have to ask for."""
    _here.stay_together()
