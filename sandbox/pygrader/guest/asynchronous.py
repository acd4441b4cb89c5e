"""Event loops of the tests as the solution sees them, and what it awaits of tests' objects."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from ..wire.loops import Loops, running_loop

if TYPE_CHECKING:
    from .space import GuestSpace


class GuestLoops(Loops):
    """The judge's loops have stand-ins with files, programs and threads of this process."""

    def __init__(self, space: GuestSpace) -> None:
        super().__init__(space)
        self._guest = space
        self.actions.update(wait=self._wait, shutdown=lambda loop: loop.shutdown_asyncgens(),
                            end=lambda loop: loop.close())

    def ask(self, operation: str, *values: Any) -> Any:
        """Have the judge do something."""
        return self._guest.link.ask(operation, *values)

    def make_loop(self) -> Any:
        """A stand-in for a loop of the tests."""
        from ..wire.stand_in_loop import FullStandIn
        return FullStandIn(self)

    def _wait(self, seconds: float | None) -> None:
        """Wait in the tests' place."""
        running_loop().wait(seconds)


def letters(obj: Any) -> str:
    """What the judge is told that an object can do, in the kind of its handle."""
    kind = type(obj)
    found = "a" if hasattr(kind, "__await__") else ""
    if hasattr(kind, "__anext__"):
        found += "z"
    elif hasattr(kind, "__aiter__"):
        found += "s"
    if hasattr(kind, "__aenter__") and hasattr(kind, "__aexit__"):
        found += "v"
    return found


def sort_of_function(obj: Any) -> str:
    """The letter for what calling it gives: a coroutine, an asynchronous generator, a generator."""
    if not isinstance(obj, (types.FunctionType, types.MethodType)) and not hasattr(obj, "_is_coroutine"):
        obj = getattr(obj, "func", None)  # of a functools.partial
    if inspect.iscoroutinefunction(obj):
        return "q"
    if inspect.isasyncgenfunction(obj):
        return "y"
    return "e" if inspect.isgeneratorfunction(obj) else ""


# Objects of the tests


def _await(self: Any) -> Generator[Any, Any, Any]:
    awaiting: Generator[Any, Any, Any] = self._space.link.ask("await", self).__await__()
    return awaiting


def _asking(operation: str) -> Callable[..., Any]:
    def method(self: Any) -> Any:
        return self._space.link.ask(operation, self)
    return method


def _exit(self: Any, kind: Any, error: Any, trace: Any) -> Any:
    return self._space.link.ask("aexit", self, error)


PROTOCOLS: dict[str, tuple[str, Any]] = {
    "await": ("__await__", _await), "aiter": ("__aiter__", _asking("aiter")), "anext": ("__anext__", _asking("anext")),
    "aenter": ("__aenter__", _asking("aenter")), "aexit": ("__aexit__", _exit)}
"""By the judge's name: the special method of a test's object, and what it does here."""


async def _sample() -> None:
    """Never called."""


def coroutine_function(marked: Any) -> dict[str, Any]:
    """What the class of a callable object has that asyncio and inspect take for a coroutine function, as mocks do."""
    if marked is None:
        return {}
    from asyncio import coroutines
    return {"_is_coroutine": getattr(coroutines, "_is_coroutine", True), "__code__": _sample.__code__,
            "__name__": "mock", "__defaults__": None, "__kwdefaults__": None, "__annotations__": {}}
