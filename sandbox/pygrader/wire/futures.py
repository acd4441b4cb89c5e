"""Futures and tasks of the other side: whatever is asked of them is asked there.

asyncio takes for a future what has `_asyncio_future_blocking`, so that these can be awaited, gathered, shielded and
waited for like its own. A task is also what the other side finds as the current one while it works for it.
"""

from __future__ import annotations

import contextvars
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from .values import Malformed

if TYPE_CHECKING:
    from .loops import Loops

__tracebackhide__ = True  # pytest: no frame of this module is the test's

METHODS = frozenset(("done", "cancelled", "result", "exception", "cancel", "set_result", "set_exception",
                     "cancelling", "uncancel", "get_name", "set_name"))
"""What may be asked of a future or a task."""


class Future:
    """Stands for a future of the other side."""

    _asyncio_future_blocking = False

    def __init__(self, loops: Loops, loop: Any) -> None:
        self._loops = loops
        self._loop = loop
        self.expected: int | None = None  # the number under which the other side will wake us, once it is told

    @property
    def __class__(self) -> type:
        return sys.modules["asyncio"].Future  # type: ignore[no-any-return]

    @__class__.setter
    def __class__(self, _: type) -> None:
        raise TypeError("the class of a future cannot be set")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the other side>"

    def _ask(self, method: str, *args: Any) -> Any:
        return self._loops.ask("future", self, method, *args)

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
            raise Malformed("exception of a future")
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
        number, self.expected = self.expected, None
        asked = number is None
        number = self._loops.watch(self, callback, context, number)
        if asked:
            self._loops.ask("watch", self, number)

    def remove_done_callback(self, callback: Callable[[Any], Any]) -> int:
        """Forget a callback; the number of times that it was there."""
        return self._loops.unwatch(self, callback)

    def __await__(self) -> Generator[Any, None, Any]:
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    """Stands for a task of the other side. context: in which this side works for it."""

    def __init__(self, loops: Loops, loop: Any, parent: Any) -> None:
        super().__init__(loops, loop)
        self.context = parent.context.copy() if type(parent) is Task else contextvars.copy_context()
        self.entered = False

    @property
    def __class__(self) -> type:
        return sys.modules["asyncio"].Task  # type: ignore[no-any-return]

    @__class__.setter
    def __class__(self, _: type) -> None:
        raise TypeError("the class of a task cannot be set")

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
        return _count(self._ask("cancelling"))

    def uncancel(self) -> int:
        """Take back a request to cancel it; how many are left."""
        return _count(self._ask("uncancel"))


def _count(value: Any) -> int:
    if type(value) is not int:
        raise Malformed("a number of cancellations")
    return value
