"""Event loops of the tests, and what is awaited of the candidate's objects."""

from __future__ import annotations

import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Coroutine, Generator
from typing import TYPE_CHECKING, Any

from ..wire.loops import Loops, running_loop
from . import functions
from .faults import BadMessage
from .handles import CAPABILITIES, Handle

if TYPE_CHECKING:
    from .remote import Remote
    from .space import JudgeSpace

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_OF_BARE = ("cancel", "done", "cancelled")
_SLICE = 0.005  # seconds between looks at the tests' own files and threads while the guest waits


class JudgeLoops(Loops):
    """What the guest says of loops is a claim."""

    def __init__(self, space: JudgeSpace, remote: Remote) -> None:
        super().__init__(space)
        self._remote = remote
        self.waits_outside = False

    def ask(self, operation: str, *values: Any) -> Any:
        """Have the guest do something."""
        return self._remote.ask(operation, *values)

    def usable(self) -> bool:
        """Whether the candidate is there."""
        return self._remote.usable()

    def allows(self, future: Any, method: str) -> bool:
        """A future that no test has passed, but a test's coroutine waits for, must not be set: that could forge what
        it gives. Such a task may be cancelled only while it is in the candidate's code, or it would skip assertions."""
        asyncio = sys.modules["asyncio"]
        if future in self._bare and isinstance(future, asyncio.Task):
            running = running_loop() is not None and asyncio.current_task() is future
            return super().allows(future, method) and (method != "cancel" or running or future in self._waiting)
        return super().allows(future, method) and (future not in self._bare or method in _OF_BARE)

    def malformed(self, what: str) -> BaseException:
        """A fault, which no test can catch."""
        return BadMessage(self._remote.record, "bad_message", f"the solution sent what is not a message: {what}",
                          "candidate")

    def make_loop(self) -> Any:
        """A stand-in for a loop that the candidate runs, without files."""
        from ..wire.stand_in_loop import StandIn
        return StandIn(self)

    def met(self, loop: Any) -> None:
        """Have the guest wait where the loop would, and close its generators where the loop closes the tests'."""
        selector = getattr(loop, "_selector", None)
        if selector is None:
            return
        if not isinstance(selector, _Waiting):
            selector = loop._selector = _Waiting(selector, self, loop)
        if selector.ending is None and running_loop() is loop:
            selector.ending = ending = self._ending(loop)
            try:
                ending.__anext__().__await__().send(None)  # the loop knows it from now on
            except StopIteration:
                pass

    async def _ending(self, loop: Any) -> AsyncGenerator[None, None]:
        try:
            yield
        finally:
            if self.usable():
                await self.ask("shutdown", loop)

    def outside(self, loop: Any, waits: bool) -> None:
        """The guest waits for threads or programs of its own."""
        self.waits_outside = waits


class _Waiting:
    """The selector of a loop of the tests. While the loop has nothing to do the guest waits, on its own time."""

    def __init__(self, selector: Any, loops: JudgeLoops, loop: Any) -> None:
        self._selector = selector
        self._loops = loops
        self._loop = loop
        self.ending: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._selector, name)

    def select(self, timeout: float | None = None) -> Any:
        """Wait for files of the tests, or orders of the guest's. Raises the fault when the candidate is gone."""
        idle = timeout is None or timeout > 0
        if idle and (len(self._selector.get_map()) > 1 or threading.active_count() > 1):
            timeout = _SLICE if timeout is None else min(timeout, _SLICE)
        if idle or self._loops.waits_outside and self._loops.usable():
            self._loops.ask("wait", timeout)
        return self._selector.select(0)

    def close(self) -> None:
        """The loop is closed: so is its stand-in."""
        self._selector.close()
        if self._loops.usable():
            self._loops.ask("end", self._loop)


# Handles


class Awaits(Handle):
    """An awaitable."""

    __slots__ = ()

    def __await__(self) -> Generator[Any, Any, Any]:
        return _await(self._remote.ask("await", self)).__await__()


class AsyncIterates(Handle):
    """What can be iterated over by async for."""

    __slots__ = ()

    def __aiter__(self) -> AsyncIterator[Any]:
        return self._remote.ask("aiter", self)  # type: ignore[no-any-return]


class AsyncRemoteIterator(Handle):
    """An asynchronous iterator."""

    __slots__ = ()

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    def __anext__(self) -> Awaitable[Any]:
        return self._remote.ask("anext", self)  # type: ignore[no-any-return]


class AsyncManager(Handle):
    """An asynchronous context manager."""

    __slots__ = ()

    def __aenter__(self) -> Awaitable[Any]:
        return self._remote.ask("aenter", self)  # type: ignore[no-any-return]

    def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, _: Any) -> Awaitable[bool]:
        return _left(self._remote, self._remote.ask("aexit", self, error), error)


async def _await(awaitable: Any) -> Any:
    return await awaitable


async def _left(remote: Remote, exiting: Any, error: BaseException | None) -> bool:
    swallowed = await exiting is True
    if swallowed and error is not None:
        remote.swallowed(error)
    return swallowed


async def _coroutine() -> None:
    """Never called."""


async def _async_generator() -> AsyncGenerator[None, None]:
    yield  # never called


def _generator() -> Generator[None, None, None]:
    yield  # never called


def _sort(function: Any) -> type[Handle]:
    """A capability of handles: what inspect takes for a function of that sort."""
    return type(function.__name__, (Handle,), {
        "__slots__": (), "__code__": function.__code__, "__defaults__": None, "__kwdefaults__": None})


CAPABILITIES["f"] = functions.function
CAPABILITIES.update({
    "a": Awaits, "s": AsyncIterates, "z": AsyncRemoteIterator, "v": AsyncManager,
    "q": _sort(_coroutine), "y": _sort(_async_generator), "e": _sort(_generator)})


# Classes of the interface `objects`


def _operation(operation: str, entry: str) -> Any:
    def method(self: Any, /) -> Any:
        type(self)._pygrader.require(type(self), entry)
        return type(self)._pygrader.ask(operation, self)
    return method


def _awaiting(self: Any, /) -> Generator[Any, Any, Any]:
    type(self)._pygrader.require(type(self), "(await)")
    coroutine: Coroutine[Any, Any, Any] = _await(type(self)._pygrader.ask("await", self))
    return coroutine.__await__()


def _leaving(self: Any, kind: Any, error: BaseException | None, _: Any, /) -> Awaitable[bool]:
    remote: Remote = type(self)._pygrader
    remote.require(type(self), "(with)")
    return _left(remote, remote.ask("aexit", self, error), error)


PROTOCOLS: dict[str, Any] = {
    "__await__": _awaiting, "__aiter__": _operation("aiter", "(iter)"), "__anext__": _operation("anext", "(iter)"),
    "__aenter__": _operation("aenter", "(with)"), "__aexit__": _leaving}
"""Special methods of the local classes."""
