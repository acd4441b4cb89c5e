"""Event loops across the border (PROTOCOL.md, "Event loops").

A loop runs on one side; the other side has a stand-in for it. Whatever is scheduled with the stand-in gets a number, is
told to the side of the loop with the next message, and takes its place in the loop's own queue, so that both sides'
callbacks run in the order that they would have in one process. asyncio is imported when the first loop crosses.
"""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import futures
from .awaiting import KINDS, Awaiting, Waker, running_loop
from .values import Malformed, Parts

if TYPE_CHECKING:
    from .link import Link
    from .space import Space

__tracebackhide__ = True  # pytest: no frame of this module is the test's
__all__ = ["KINDS", "Ended", "Loops", "Waker", "running_loop"]

_HOME: contextvars.ContextVar[Any] = contextvars.ContextVar("pygrader_task", default=None)
_MOST_SECONDS = 86400.0


class Slot:
    """The place in a loop's queue of a callback that the other side's stand-in was given."""

    __slots__ = ("_loops", "_loop", "number", "done")

    def __init__(self, loops: Loops, loop: Any, number: int) -> None:
        self._loops, self._loop, self.number = loops, loop, number
        self.done = False

    def __call__(self) -> None:
        """Run it, and those that stand right behind it: one message for all of them."""
        if self.done:
            return
        numbers = []
        following: Any = self
        queue = iter(getattr(self._loop, "_ready", ()))
        while type(following) is Slot and following._loop is self._loop:
            following.done = True
            numbers.append(following.number)
            following = getattr(next(queue, None), "_callback", None)
        self._loops.ask("run", *numbers)


class Ended:
    """A callback of a task here that tells the loop's side that it need not be cancelled any more."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, _: Any) -> None:
        """A stand-in of the loop takes note when it is scheduled."""


class Loops(Awaiting):
    """What one side knows of loops, beside what they drive."""

    def __init__(self, space: Space) -> None:
        super().__init__(space)
        self._handles: dict[int, Any] = {}  # by our number, what stand-ins of the other's loops will run
        self._timers: dict[int, Any] = {}   # by the other side's number
        self._tasks: dict[int, Any] = {}    # the same: those that have not ended, for asyncio.all_tasks
        self.actions["run"] = self._run

    # Calls within a running loop

    def around(self, link: Link, loop: Any, operation: str, values: tuple[Any, ...], names: tuple[str, ...]) -> Any:
        """Ask from within a loop: the other side works with its stand-in as the running loop, for the same task."""
        import asyncio
        task = asyncio.current_task(loop)
        if not self._is_other(loop):
            self.met(loop)
        for value in values:
            if isinstance(value, asyncio.Future):
                self._bare.discard(value)
        if task is not None and _HOME.get() is not task and not self._is_other(task):
            self._parents[task] = _HOME.get()
            _HOME.set(task)
            self.crosses_bare(task)
        self._tell(link, loop)
        answer = link.exchange("within", (loop, task, operation, *values), names)
        if not answer:
            raise Malformed("an answer without a value")
        value, *orders = answer
        self.schedule(loop, *orders)
        return value

    def within(self, link: Link, perform: Callable[..., Any], values: Parts, names: list[str]
               ) -> tuple[Parts, Callable[[], None] | None]:
        """Answer what was asked from within a loop: the value with the orders of its stand-in, and what to call when
        that is said."""
        import asyncio
        loop, task, operation = values[:3] if len(values) > 2 else (None, None, None)
        if (not isinstance(loop, asyncio.AbstractEventLoop) or type(operation) is not str or task is not None
                and type(task) is not futures.Task and not isinstance(task, asyncio.Task)):
            raise Malformed("a call from within a loop")
        if not self._is_other(loop) and running_loop() is not loop:
            raise Malformed("a call from within a loop that does not run")
        if task is not None and not self._is_other(task) and asyncio.current_task(loop) is not task:
            raise Malformed("a call by a task that does not run")

        def act() -> Any:
            try:
                if operation == "orders":
                    return self.schedule(loop, *values[3:])
                return perform(operation, values[3:], names)
            except Malformed:
                raise
            except BaseException:
                self._tell(link, loop)
                raise
        value = self._enter(loop, task, act)
        stand_in: Any = loop
        return ([value, *stand_in.orders()], stand_in.told) if self._is_other(loop) else ([value], None)

    def _tell(self, link: Link, loop: Any) -> None:
        """Tell a stand-in's orders at once."""
        orders = loop.orders() if self._is_other(loop) else ()
        if orders:
            loop.told()
            link.exchange("within", (loop, None, "orders", *orders), ())

    def _enter(self, loop: Any, task: Any, action: Callable[[], Any]) -> Any:
        """Do something with a loop as the running one and a task as its current one."""
        import asyncio
        current = asyncio.current_task(loop) if running_loop() is loop else None
        leave = loop.enter() if running_loop() is not loop else None
        try:
            if current is not task:
                self._switch(loop, current, task)
            if type(task) is not futures.Task or task.entered:
                return action()
            task.entered = True
            try:
                return task.context.run(action)
            finally:
                task.entered = False
        finally:
            if current is not task:
                self._switch(loop, task, current)
            if leave is not None:
                leave()

    @staticmethod
    def _switch(loop: Any, old: Any, new: Any) -> None:
        from asyncio import tasks
        if old is not None:
            tasks._leave_task(loop, old)
        if new is not None:
            tasks._enter_task(loop, new)

    # A stand-in's orders

    def enter(self, handle: Any) -> int:
        """The number of what a stand-in of this side is to run."""
        number = self.number()
        self._handles[number] = handle
        return number

    def forget(self, number: int) -> bool:
        """Whether it was still to be run; it is not any more."""
        return self._handles.pop(number, None) is not None

    def schedule(self, loop: Any, *orders: Any) -> None:
        """Carry out the orders of the other side's stand-in for a loop of this side."""
        if orders and self._is_other(loop):
            raise Malformed("orders for another loop")
        place = 0
        while place < len(orders):
            word, given = orders[place], orders[place + 1:place + 3]
            if word == "soon" and _numbers(given, 1):
                loop.call_soon(Slot(self, loop, given[0]))
            elif word == "at" and _numbers(given, 2) and given[1] == given[1]:
                delay = min(max(given[1], 0.0), _MOST_SECONDS)
                self._timers[given[0]] = loop.call_later(delay, self._timer, Slot(self, loop, given[0]))
            elif word == "cancelled" and _numbers(given, 1):
                if given[0] in self._timers:
                    self._timers.pop(given[0]).cancel()
            elif word == "wake" and _numbers(given, 1):
                loop.call_soon(self._wake, given[0])
            elif word == "task" and _numbers(given, 1) and type(given[-1]) is futures.Task:
                self._tasks[given[0]] = given[1]
            elif word == "ended" and _numbers(given, 1):
                self._tasks.pop(given[0], None)
            elif word == "outside" and given and type(given[0]) is bool:
                self.outside(loop, given[0])
            else:
                raise Malformed("orders for a loop")
            place += 3 if word in ("at", "task") else 2

    def outside(self, loop: Any, waits: bool) -> None:
        """The other side waits for something else than its loop's callbacks: a thread, a program."""

    def _timer(self, slot: Slot) -> None:
        self._timers.pop(slot.number, None)
        slot()

    def _run(self, *numbers: Any) -> None:
        for number in numbers:
            handle = self._handles.pop(number, None) if type(number) is int else None
            if handle is not None and not handle._cancelled:
                handle._run()


def _numbers(values: tuple[Any, ...], count: int) -> bool:
    """Whether values begin with an int and count - 1 other numbers."""
    return len(values) >= count and type(values[0]) is int and all(
        type(value) in (int, float) for value in values[1:count])
