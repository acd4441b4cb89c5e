"""Event loops across the border (PROTOCOL.md, "Event loops").

A loop runs on one side; the other side has a stand-in for it. Whatever is scheduled with the stand-in gets a number, is
told to the side of the loop with the next message, and takes its place in the loop's own queue, so that both sides'
callbacks run in the order that they would have in one process. asyncio is imported when the first loop crosses.
"""

from __future__ import annotations

import contextvars
import itertools
import sys
import types
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import coroutines, futures
from .values import Malformed, Parts

if TYPE_CHECKING:
    from .link import Link
    from .space import Space

__tracebackhide__ = True  # pytest: no frame of this module is the test's

KINDS = frozenset(("coroutine", "async generator", "future", "task", "loop"))
_HOME: contextvars.ContextVar[Any] = contextvars.ContextVar("pygrader_task", default=None)
_MOST_SECONDS = 86400.0


def running_loop() -> Any:
    """The event loop that runs in this thread, None without importing asyncio for it."""
    events = sys.modules.get("asyncio.events")
    return None if events is None else events._get_running_loop()


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


class Waker:
    """A callback of a future here that wakes what waits for it on the other side."""

    __slots__ = ("_loops", "number")

    def __init__(self, loops: Loops, number: int) -> None:
        self._loops, self.number = loops, number

    def __call__(self, _: Any) -> None:
        self._loops.ask("wake", self.number)


class Ended:
    """A callback of a task here that tells the loop's side that it need not be cancelled any more."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, _: Any) -> None:
        """A stand-in of the loop takes note when it is scheduled."""


class Loops:
    """What one side knows of loops, tasks and futures."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._numbers = itertools.count(1)
        self._watches: dict[int, Any] = {}              # by our number, what a future of the other side will wake
        self._handles: dict[int, Any] = {}              # by our number, what stand-ins of the other's loops will run
        self._timers: dict[int, Any] = {}               # by the other side's number
        self._tasks: dict[int, Any] = {}                # the same: those that have not ended, for asyncio.all_tasks
        self._parents: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()
        self._waiting: weakref.WeakSet[Any] = weakref.WeakSet()  # tasks that wait in a coroutine of the other side
        self.actions: dict[str, Callable[..., Any]] = {
            **{name: self._of_own(action) for name, action in coroutines.PROTOCOLS.items()},
            "step": self._of_own(self._step), "watch": self._of_own(self._watch),
            "future": self._of_own(self._future), "run": self._run, "wake": self._wake}

    # What a side decides

    def ask(self, operation: str, *values: Any) -> Any:
        """Have the other side do something."""
        raise NotImplementedError

    def usable(self) -> bool:
        """Whether the other side can be asked at all."""
        return True

    def may_cancel(self, task: Any) -> bool:
        """Whether the other side may cancel a task of this one."""
        return True

    def make_loop(self) -> Any:
        """A stand-in for a loop of the other side."""
        raise NotImplementedError

    def met(self, loop: Any) -> None:
        """A loop of this side crosses for the first time."""

    def _of_own(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """An operation on an object of this side's."""
        def perform(*values: Any) -> Any:
            if not values or id(values[0]) not in self._space.export_ids:
                raise Malformed("a request for what was never passed")
            return action(*values)
        return perform

    # Calls within a running loop

    def around(self, link: Link, loop: Any, operation: str, values: tuple[Any, ...], names: tuple[str, ...]) -> Any:
        """Ask from within a loop: the other side works with its stand-in as the running loop, for the same task."""
        import asyncio
        task = asyncio.current_task(loop)
        if task is not None and _HOME.get() is not task and not self._is_other(task):
            self._parents[task] = _HOME.get()
            _HOME.set(task)
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
        return ([value, *loop.orders()], loop.told) if self._is_other(loop) else ([value], None)

    def _tell(self, link: Link, loop: Any) -> None:
        """Tell a stand-in's orders at once."""
        orders = loop.orders() if self._is_other(loop) else ()
        if orders:
            loop.told()
            link.exchange("within", (loop, None, "orders", *orders), ())

    def _is_other(self, obj: Any) -> bool:
        return id(obj) in self._space.proxy_ids

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

    def number(self) -> int:
        """A new number."""
        return next(self._numbers)

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

    # Coroutines and futures

    def own(self, handle: int) -> Any:
        """What stands here for an object of the other side."""
        return self._space.proxies[handle]

    def reachable(self, handle: int) -> bool:
        """Whether the other side can still be asked about it."""
        return handle in self._space.proxies and self.usable()

    def close(self, handle: int) -> None:
        """Close a coroutine of the other side."""
        if self.reachable(handle):
            self.ask("close", self.own(handle))

    def step(self, handle: int, method: str, value: Any) -> tuple[int, Any]:
        """Have the other side take a step of its coroutine."""
        loop = running_loop()
        task = None if loop is None else sys.modules["asyncio"].current_task(loop)
        if task is not None:
            self._waiting.discard(task)
        number = next(self._numbers)
        answer = self.ask("step", self.own(handle), method, value, number)
        if type(answer) is not tuple or len(answer) != 2 or type(answer[0]) is not int:
            raise Malformed("step of a coroutine")
        how, value = answer
        if how == coroutines.WAITS:
            if not isinstance(value, sys.modules["asyncio"].Future):
                raise Malformed("what a coroutine waits for")
            value._asyncio_future_blocking = True
            if self._is_other(value):
                value.expected = number
        elif how not in (coroutines.RETURNED, coroutines.YIELDED, coroutines.ENDED):
            raise Malformed("end of a step")
        if task is not None and how in (coroutines.WAITS, coroutines.YIELDED):
            self._waiting.add(task)
        return how, value

    def _step(self, target: Any, method: Any, value: Any, number: Any) -> tuple[int, Any]:
        if type(target) is not types.CoroutineType or method not in ("send", "throw") or type(number) is not int or (
                method == "throw" and not isinstance(value, BaseException)):
            raise Malformed("step of a coroutine")
        how, result = coroutines.step(target, method, value)
        if how == coroutines.WAITS and not self._is_other(result):
            result.add_done_callback(Waker(self, number))
        return how, result

    def watch(self, future: futures.Future, callback: Callable[[Any], Any], context: Any, number: int | None) -> int:
        """Keep what is to be called when a future of the other side is done."""
        from asyncio import events
        number = number or next(self._numbers)
        self._watches[number] = events.Handle(callback, (future,), future.get_loop(), context)
        return number

    def unwatch(self, future: futures.Future, callback: Callable[[Any], Any]) -> int:
        """Forget it; how often it was there."""
        found = [number for number, handle in self._watches.items()
                 if handle._callback == callback and handle._args[0] is future]
        for number in found:
            del self._watches[number]
        return len(found)

    def _watch(self, future: Any, number: Any) -> None:
        if type(number) is not int or not isinstance(future, sys.modules["asyncio"].Future):
            raise Malformed("what is to be watched")
        future.add_done_callback(Waker(self, number))

    def _wake(self, number: Any) -> None:
        handle = self._watches.pop(number, None) if type(number) is int else None
        if handle is not None:
            handle._run()

    def _future(self, target: Any, method: Any, *args: Any) -> Any:
        if method not in futures.METHODS or not isinstance(target, sys.modules["asyncio"].Future):
            raise Malformed("request for a future")
        if method == "cancel" and not self.may_cancel(target):
            return False
        return getattr(target, method)(*args)

    # Crossing

    def describe(self, obj: Any) -> tuple[str, Parts] | None:
        """The kind and parts of a handle for an object of this side, None for what this module knows nothing of."""
        kind = type(obj)
        if kind is types.CoroutineType:
            return "coroutine", [obj.__name__, obj.__qualname__]
        if kind is types.AsyncGeneratorType:
            return "async generator", [obj.__name__, obj.__qualname__]
        asyncio = sys.modules.get("asyncio")
        if asyncio is None:
            return None
        if issubclass(kind, asyncio.Task):
            return "task", [obj.get_loop(), self._parents.get(obj)]
        if issubclass(kind, asyncio.Future):
            return "future", [obj.get_loop()]
        if issubclass(kind, asyncio.AbstractEventLoop):
            self.met(obj)
            return "loop", []
        return None

    def proxy(self, handle: int, kind: str, parts: Parts) -> Any:
        """The stand-in for an object of the other side, of one of KINDS."""
        import asyncio
        if kind == "loop":
            return self.make_loop()
        if kind in ("coroutine", "async generator"):
            name, qualname = parts
            if type(name) is not str or type(qualname) is not str:
                raise Malformed("name of a coroutine")
            make: Any = coroutines.coroutine if kind == "coroutine" else coroutines.async_generator
            return make(self, handle, name[:200], qualname[:200])
        if not parts or not isinstance(parts[0], asyncio.AbstractEventLoop):
            raise Malformed("loop of a future")
        if kind == "future":
            return futures.Future(self, *parts)
        task = futures.Task(self, *parts)
        asyncio.tasks._register_task(task)
        return task


def _numbers(values: tuple[Any, ...], count: int) -> bool:
    """Whether values begin with an int and count - 1 other numbers."""
    return len(values) >= count and type(values[0]) is int and all(
        type(value) in (int, float) for value in values[1:count])
