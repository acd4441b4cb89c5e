"""Futures and tasks of the other side: whatever is asked of them is asked there.

asyncio takes for a future what has `_asyncio_future_blocking`, so that these can be awaited, gathered, shielded and
waited for like its own. A task is also what the other side finds as the current one while it works for it.
"""

from __future__ import annotations

import contextvars
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .awaiting import Awaiting

__tracebackhide__ = True  # pytest: no frame of this module is the test's

METHODS = frozenset(("done", "cancelled", "result", "exception", "cancel", "set_result", "set_exception",
                     "cancelling", "uncancel", "get_name", "set_name"))
"""What may be asked of a future or a task."""


class Future:
    """Stands for a future of the other side."""

    _asyncio_future_blocking = False
    _cancel_message = None  # asyncio.gather reads it

    def __init__(self, awaiting: Awaiting, loop: Any) -> None:
        self._awaiting = awaiting
        self._loop = loop

    __class__ = property(lambda _: sys.modules["asyncio"].Future)  # type: ignore[assignment]  # for isinstance

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the other side>"

    def _ask(self, method: str, *args: Any) -> Any:
        return self._awaiting.ask("future", self, method, *args)

    def _make_cancelled_error(self) -> BaseException:
        """What asyncio.gather raises for a child that was cancelled."""
        error: BaseException = sys.modules["asyncio"].CancelledError()
        return error

    def get_loop(self) -> Any:
        """The loop that it belongs to."""
        return self._loop

    def done(self) -> bool:
        """Whether it has a result, an exception or was cancelled."""
        return self._ask("done") is True

    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._ask("cancelled") is True

    def cancel(self, msg: Any = None) -> bool:
        """Ask to cancel it."""
        return self._ask("cancel", msg) is True

    def result(self) -> Any:
        """Its result, or raises its exception."""
        return self._ask("result")

    def exception(self) -> BaseException | None:
        """Its exception."""
        error = self._ask("exception")
        if error is not None and not isinstance(error, BaseException):
            raise self._awaiting.malformed("exception of a future")
        return error

    def set_result(self, result: Any) -> None:
        """Resolve it."""
        self._ask("set_result", result)

    def set_exception(self, exception: Any) -> None:
        """Fail it."""
        self._ask("set_exception", exception)

    def add_done_callback(self, callback: Callable[[Any], Any], *,
                          context: contextvars.Context | None = None) -> None:
        """Have callback called by the loop when it is done."""
        number = self._awaiting.number()
        self._awaiting.watch(number, callback, self, context)
        self._awaiting.ask("watch", self, number)

    def remove_done_callback(self, callback: Callable[[Any], Any]) -> int:
        """Forget a callback; the number of times that it was there."""
        return self._awaiting.unwatch(self, callback)

    def __await__(self) -> Generator[Any, None, Any]:
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()

    __iter__ = __await__


class Wait:
    """What a task of this side waits for where a coroutine of the other side waits for a future of that side.

    It only ever wakes the task: how the future ended is for the coroutine to learn. The other side has been told the
    number under which it wakes.
    """

    _asyncio_future_blocking = True

    def __init__(self, awaiting: Awaiting, future: Future, number: int) -> None:
        self._awaiting = awaiting
        self.future = future
        self._number = number

    def get_loop(self) -> Any:
        """The loop that it belongs to."""
        return self.future.get_loop()

    def add_done_callback(self, callback: Callable[[Any], Any], *, context: contextvars.Context | None = None) -> None:
        """Have the task woken."""
        self._awaiting.watch(self._number, callback, self, context)

    def cancel(self, msg: Any = None) -> bool:
        """The task is cancelled: so is what it waits for."""
        return self.future.cancel(msg)

    def result(self) -> None:
        """Nothing."""


class Task(Future):
    """Stands for a task of the other side. context: in which this side works for it."""

    def __init__(self, awaiting: Awaiting, loop: Any, parent: Any) -> None:
        super().__init__(awaiting, loop)
        self.context: contextvars.Context = (
            parent.context.copy() if type(parent) is Task else contextvars.copy_context())
        self.entered = False

    __class__ = property(lambda _: sys.modules["asyncio"].Task)  # type: ignore[assignment]  # for isinstance

    def get_coro(self) -> None:
        """Its coroutine stays where it is."""

    def get_name(self) -> str:
        """Its name."""
        return str(self._ask("get_name"))

    def set_name(self, value: object) -> None:
        """Name it."""
        self._ask("set_name", str(value))

    def cancelling(self) -> int:
        """How many requests to cancel it are open."""
        return self._count("cancelling")

    def uncancel(self) -> int:
        """Take back a request to cancel it; how many are left."""
        return self._count("uncancel")

    def _count(self, method: str) -> int:
        count = self._ask(method)
        if type(count) is not int:
            raise self._awaiting.malformed("a number of cancellations")
        return count
