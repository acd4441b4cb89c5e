"""Coroutines and asynchronous generators of the other side, as real local ones that have it take each step.

A step is what a task does of a coroutine: send or throw, up to where it waits. What it waits for crosses, and the local
one waits for that in its place; so tasks of either side drive coroutines of both, in the order of one process.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Coroutine, Generator
from typing import TYPE_CHECKING, Any

from .futures import Wait

if TYPE_CHECKING:
    from .awaiting import Awaiting

__tracebackhide__ = True  # pytest: no frame of this module is the test's

RETURNED, YIELDED, WAITS, ENDED = range(4)
"""How a step ended: with a value, at a bare yield, at a future, with StopAsyncIteration."""


class _Pass:
    """Yields a value to whatever drives the coroutine, and gives what it answers."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self._value)


def coroutine(awaiting: Awaiting, handle: int, name: str, qualname: str) -> Coroutine[Any, Any, Any]:
    """A coroutine that drives the other side's of that handle."""
    async def drive() -> Any:
        method, value = "send", None
        while True:
            how, value = awaiting.step(handle, method, value)
            if how == RETURNED:
                return value
            if how == ENDED:
                raise StopAsyncIteration
            try:
                value = await _Pass(value)
                method = "send"
            except GeneratorExit:
                awaiting.close(handle)
                raise
            except BaseException as error:
                method, value = "throw", error
    driver = drive()
    driver.__name__, driver.__qualname__ = name, qualname
    return driver


def async_generator(awaiting: Awaiting, handle: int, name: str, qualname: str) -> Any:
    """An asynchronous generator that drives the other side's of that handle."""
    async def drive() -> Any:
        method: str = "asend"
        values: list[Any] = [None]
        while True:
            try:
                item = await awaiting.ask(method, awaiting.own(handle), *values)
            except StopAsyncIteration:
                return
            try:
                method, values = "asend", [(yield item)]
            except GeneratorExit:
                if awaiting.reachable(handle):
                    await awaiting.ask("aclose", awaiting.own(handle))
                raise
            except BaseException as error:
                method, values = "athrow", [error]
    driver = drive()
    driver.__name__, driver.__qualname__ = name, qualname
    return driver


def step(target: Any, method: str, value: Any) -> tuple[int, Any]:
    """Take a step of a coroutine here: how it ended, and with what. Raises what the coroutine raises."""
    try:
        result = target.throw(value) if method == "throw" else target.send(value)
    except StopIteration as stop:
        return RETURNED, stop.value
    except StopAsyncIteration:
        return ENDED, None
    if getattr(result, "_asyncio_future_blocking", None) is True:
        result._asyncio_future_blocking = False  # as a task does when it has taken note of it
        return WAITS, result.future if isinstance(result, Wait) else result
    return YIELDED, result


# The coroutine protocols of an object: each gives a coroutine, which crosses.


async def _await(target: Any) -> Any:
    return await target


async def _next(target: Any) -> Any:
    return await type(target).__anext__(target)


async def _enter(target: Any) -> Any:
    return await type(target).__aenter__(target)


async def _exit(target: Any, error: BaseException | None) -> bool:
    kind, trace = (None, None) if error is None else (type(error), error.__traceback__)
    return bool(await type(target).__aexit__(target, kind, error, trace))


def _of_generator(method: str) -> Callable[..., Coroutine[Any, Any, Any]]:
    async def advance(target: Any, *values: Any) -> Any:
        if not isinstance(target, types.AsyncGeneratorType):
            raise AttributeError(f"{type(target).__name__!r} object has no attribute {method!r}")
        return await getattr(target, method)(*values)
    return advance


PROTOCOLS: dict[str, Callable[..., Any]] = {
    "await": _await, "anext": _next, "aenter": _enter, "aexit": _exit,
    "aiter": lambda target: type(target).__aiter__(target),
    **{method: _of_generator(method) for method in ("asend", "athrow", "aclose")},
}
"""Operations of both sides on an object of the one that is asked."""
