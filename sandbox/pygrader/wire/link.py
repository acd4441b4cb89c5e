"""Calls between the two sides: one at a time, strictly nested, replies only to the caller (PROTOCOL.md, "Calls").

The head of a message is [kind, operation]: "?" asks, "=" answers with a value, "!" answers with an exception.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

from . import limits
from .decode import Decoder
from .encode import encode
from .space import Space
from .values import Malformed

__tracebackhide__ = True  # pytest: no frame of this module is the test's


class Transport(Protocol):
    """Carries whole messages to the other side and back."""

    def send(self, message: bytes) -> None:
        """Send one message."""

    def receive(self) -> bytes:
        """Wait for one message."""


class Link:
    """One end. perform does what the other side asks for: an operation, values, names for the last of them."""

    def __init__(self, space: Space, transport: Transport, trusted: bool,
                 perform: Callable[[str, list[Any], list[str]], Any]) -> None:
        self.space = space
        self.transport = transport
        self.depth = 0
        self.lock = threading.RLock()
        self._trusted = trusted
        self._perform = perform
        self._recursion_limit = sys.getrecursionlimit()
        self._unsaid: list[int] = []  # numbers released here, which the other side has yet to learn

    def ask(self, operation: str, *values: Any, names: tuple[str, ...] = ()) -> Any:
        """Have the other side do something; returns its value or raises its exception.

        names: of the last values, which are keyword arguments.
        """
        with self.lock, _Deeper(self):
            outermost = self.depth == 1
            if outermost and not self._trusted:
                self._unsaid += self.space.release()
            head = ["?", operation, *names]
            message = encode(self.space, head, list(values), full=outermost, released=self._unsaid)
            self._unsaid = []
            self.transport.send(message)
            while True:
                head, answer = self._receive()
                if head[0] == "?":
                    self._serve(head, answer)
                elif len(answer) != 1:
                    raise Malformed("an answer without its one value")
                elif head[0] == "=":
                    return answer[0]
                elif isinstance(answer[0], BaseException):
                    raise answer[0]
                else:
                    raise Malformed("an exception that is none")

    def serve(self) -> None:
        """Wait for one request and answer it."""
        head, values = self._receive()
        with self.lock:
            self._serve(head, values)

    def _receive(self) -> tuple[list[Any], list[Any]]:
        decoder = Decoder(self.space, self.transport.receive(), self._trusted)
        head = decoder.head
        if len(head) < 2 or head[0] not in ("?", "=", "!") or set(map(type, head)) != {str}:
            raise Malformed("head of a message")
        return head, decoder.values()

    def _serve(self, head: list[Any], values: list[Any]) -> None:
        """Carry out a request. Its frames are ours, so it deepens what the caller may use of the stack."""
        with _Deeper(self):
            outermost = self.depth == 1
            try:
                value = self._perform(head[1], values, head[2:])
                message = encode(self.space, ["=", head[1]], [value], full=outermost)
            except Malformed:
                raise
            except BaseException as error:
                message = encode(self.space, ["!", head[1]], [error], full=outermost)
        self.transport.send(message)


class _Deeper:
    """Counts the nesting, gives the stack room for it, and caps it with a RecursionError."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def __enter__(self) -> None:
        link = self._link
        if link.depth >= limits.MAX_NESTING:
            raise RecursionError("maximum recursion depth exceeded across tests and solution")
        link.depth += 1
        if link.depth > 1:
            sys.setrecursionlimit(link._recursion_limit + link.depth * limits.FRAMES_PER_CALL)

    def __exit__(self, *_: object) -> None:
        self._link.depth -= 1
