"""Coroutines, futures and tasks of either side, from the other one (PROTOCOL.md, "Event loops").

A step of a coroutine, a done-callback, a question to a future: each is a request of its own. asyncio is imported when
the first loop crosses.
"""

from __future__ import annotations

import itertools
import sys
import types
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import coroutines, futures
from .values import Malformed, Parts

if TYPE_CHECKING:
    from .space import Space

__tracebackhide__ = True  # pytest: no frame of this module is the test's

KINDS = frozenset(("coroutine", "async generator", "future", "task", "loop"))


def running_loop() -> Any:
    """The event loop that runs in this thread, None without importing asyncio for it."""
    events = sys.modules.get("asyncio.events")
    return None if events is None else events._get_running_loop()


class Waker:
    """A callback of a future here that wakes what waits for it on the other side."""

    __slots__ = ("_awaiting", "number")

    def __init__(self, awaiting: Awaiting, number: int) -> None:
        self._awaiting, self.number = awaiting, number

    def __call__(self, _: Any) -> None:
        self._awaiting.ask("wake", self.number)


class Awaiting:
    """What one side knows of what the other awaits, and does for it."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._numbers = itertools.count(1)
        self._watches: dict[int, Any] = {}  # by our number, what a future of the other side will wake
        self._parents: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()  # of tasks: who made them
        self._waiting: weakref.WeakSet[Any] = weakref.WeakSet()  # tasks that wait in a coroutine of the other side
        self._bare: weakref.WeakSet[Any] = weakref.WeakSet()     # futures and tasks that nobody has passed across
        self.actions: dict[str, Callable[..., Any]] = {
            **{name: self._of_own(action) for name, action in coroutines.PROTOCOLS.items()},
            "step": self._of_own(self._step), "watch": self._of_own(self._watch),
            "future": self._of_own(self._future), "wake": self._wake}

    # What a side decides

    def ask(self, operation: str, *values: Any) -> Any:
        """Have the other side do something."""
        raise NotImplementedError

    def usable(self) -> bool:
        """Whether the other side can be asked at all."""
        return True

    def allows(self, future: Any, method: str) -> bool:
        """Whether the other side may ask that of a future or task of this one."""
        return method in futures.METHODS

    def malformed(self, what: str) -> BaseException:
        """What to raise where the other side answered nonsense."""
        return Malformed(what)

    def make_loop(self) -> Any:
        """A stand-in for a loop of the other side."""
        raise NotImplementedError

    def met(self, loop: Any) -> None:
        """A loop of this side crosses, or asks."""

    def _of_own(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """An operation on an object of this side's."""
        def perform(*values: Any) -> Any:
            if not values or id(values[0]) not in self._space.export_ids:
                raise Malformed("a request for what was never passed")
            return action(*values)
        return perform

    def number(self) -> int:
        """A new number."""
        return next(self._numbers)

    def _is_other(self, obj: Any) -> bool:
        return id(obj) in self._space.proxy_ids

    # Coroutines and futures

    def crosses_bare(self, future: Any) -> None:
        """It crosses as what a coroutine waits for, or as a task that asks: nobody has passed it."""
        if id(future) not in self._space.export_ids:
            self._bare.add(future)

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
            raise self.malformed("step of a coroutine")
        how, value = answer
        if how == coroutines.WAITS:
            if not isinstance(value, sys.modules["asyncio"].Future):
                raise self.malformed("what a coroutine waits for")
            if self._is_other(value):
                value = futures.Wait(self, value, number)
            else:
                value._asyncio_future_blocking = True
        elif how not in (coroutines.RETURNED, coroutines.YIELDED, coroutines.ENDED):
            raise self.malformed("end of a step")
        if task is not None and how in (coroutines.WAITS, coroutines.YIELDED):
            self._waiting.add(task)
        return how, value

    def _step(self, target: Any, method: Any, value: Any, number: Any) -> tuple[int, Any]:
        if (not isinstance(target, types.CoroutineType) or method not in ("send", "throw") or type(number) is not int
                or method == "throw" and not isinstance(value, BaseException)):
            raise Malformed("step of a coroutine")
        how, result = coroutines.step(target, method, value)
        if how == coroutines.WAITS and not self._is_other(result):
            self.crosses_bare(result)
            result.add_done_callback(Waker(self, number))
        return how, result

    def watch(self, number: int, callback: Callable[[Any], Any], future: Any, context: Any) -> None:
        """Keep what is to be called, with future as its argument, when the other side says that number."""
        from asyncio import events
        self._watches[number] = events.Handle(callback, (future,), future.get_loop(), context)

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
        if type(method) is not str or not isinstance(target, sys.modules["asyncio"].Future):
            raise Malformed("request for a future")
        if not self.allows(target, method):
            raise AttributeError(f"{method[:20]!r} of a future is not for the other side to use")
        return getattr(target, method)(*args)

    # Crossing

    def describe(self, obj: Any) -> tuple[str, Parts] | None:
        """The kind and parts of a handle for an object of this side, None for what this module knows nothing of."""
        kind = type(obj)
        if issubclass(kind, types.CoroutineType):
            return "coroutine", [obj.__name__, obj.__qualname__]
        if issubclass(kind, types.AsyncGeneratorType):
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
        task: Any = futures.Task(self, *parts)
        asyncio.tasks._register_task(task)
        return task
