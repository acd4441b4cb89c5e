"""A stand-in for an event loop of the other side. Imported when one crosses: it needs asyncio."""

from __future__ import annotations

import asyncio
import collections
import sys
import threading
from asyncio import events
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from .loops import Ended, Waker

if TYPE_CHECKING:
    from .loops import Loops


class _Timer(asyncio.TimerHandle):
    """A timer with the number under which the loop knows it."""

    __slots__ = ("number",)
    number: int


class StandIn(asyncio.BaseEventLoop):
    """Collects what is scheduled, as orders for the loop."""

    # Names of asyncio's own that it does not publish.
    _thread_id: int | None
    _asyncgen_firstiter_hook: Any
    _asyncgen_finalizer_hook: Any
    _check_closed: Any

    def __init__(self, loops: Loops) -> None:
        super().__init__()
        self._loops = loops
        self._orders: list[Any] = []
        self._late: collections.deque[Any] = collections.deque()  # what other threads scheduled
        self._outside = False

    def enter(self) -> Callable[[], None]:
        """Become the running loop of this thread; gives what makes it the one that it was before."""
        before, thread, hooks = events._get_running_loop(), self._thread_id, sys.get_asyncgen_hooks()
        events._set_running_loop(self)
        self._thread_id = threading.get_ident()
        sys.set_asyncgen_hooks(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)

        def leave() -> None:
            sys.set_asyncgen_hooks(*hooks)
            self._thread_id = thread
            events._set_running_loop(before)
        return leave

    def orders(self) -> list[Any]:
        """What the loop has yet to be told."""
        while self._late:
            self._orders += ("soon", self._loops.enter(self._late.popleft()))
        if self._outside != self.waits_outside():
            self._outside = not self._outside
            self._orders += ("outside", self._outside)
        return self._orders

    def told(self) -> None:
        """It has been told."""
        self._orders = []

    def waits_outside(self) -> bool:
        """Whether something else than callbacks may call it."""
        return False

    def call_soon(self, callback: Any, *args: Any, context: Any = None) -> events.Handle:
        """As of a loop."""
        self._check_closed()
        handle = events.Handle(callback, args, self, context)
        if type(callback) is Waker:
            self._orders += ("wake", callback.number)
        elif type(callback) is Ended:
            self._orders += ("ended", callback.number)
        else:
            self._orders += ("soon", self._loops.enter(handle))
        return handle

    def call_soon_threadsafe(self, callback: Any, *args: Any, context: Any = None) -> events.Handle:
        """As of a loop."""
        if self._thread_id == threading.get_ident():
            return self.call_soon(callback, *args, context=context)
        handle = events.Handle(callback, args, self, context)
        self._late.append(handle)
        self.wake_up()
        return handle

    def wake_up(self) -> None:
        """Another thread has scheduled something."""

    def call_at(self, when: float, callback: Any, *args: Any, context: Any = None) -> asyncio.TimerHandle:
        """As of a loop; the other side has a clock of its own, so that it is told the time that is left."""
        self._check_closed()
        handle = _Timer(when, callback, args, self, context)
        handle.number = self._loops.enter(handle)
        self._orders += ("at", handle.number, when - self.time())
        return handle

    def _timer_handle_cancelled(self, handle: Any) -> None:
        if self._loops.forget(handle.number):
            self._orders += ("cancelled", handle.number)

    def create_task(self, coro: Any, **kwargs: Any) -> Any:
        """As of a loop; the other side has to know what it may have to cancel."""
        task = super().create_task(coro, **kwargs)
        number = self._loops.number()
        task.add_done_callback(Ended(number))
        self._orders += ("task", number, task)
        return task

    def run_forever(self) -> NoReturn:
        """It runs on the other side."""
        raise RuntimeError("This event loop is already running")

    def __del__(self) -> None:
        """Nobody needs to close it."""
        self.close()


class FullStandIn(StandIn, asyncio.SelectorEventLoop):
    """One with files, sockets, programs and threads of this side."""

    _selector: Any
    _write_to_self: Any
    _read_from_self: Any
    _process_events: Any

    def waits_outside(self) -> bool:
        """Whether there are such."""
        return len(self._selector.get_map()) > 1 or threading.active_count() > 1

    def wake_up(self) -> None:
        """Have wait() return."""
        self._write_to_self()

    def wait(self, seconds: float | None) -> None:
        """Wait so long for files, sockets, programs and threads, for ever for None."""
        if self._orders or self._late:
            seconds = 0
        self._process_events(self._selector.select(seconds))

    def _add_callback(self, handle: Any) -> None:
        if handle._callback == self._read_from_self:
            self._read_from_self()
        elif not handle._cancelled:
            self._orders += ("soon", self._loops.enter(handle))
