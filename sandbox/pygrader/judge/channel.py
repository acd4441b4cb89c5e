"""Messages between the judge and one candidate, as frames of the judge's stream."""

from __future__ import annotations

import collections
import contextlib
import json
import mmap
import os
import queue
import select
import threading
from collections.abc import Iterator
from typing import Any

from ..wire import frames
from ..wire.values import Malformed
from . import alarms
from .streams import write_to_tests

__tracebackhide__ = True  # pytest: no frame of this module is the test's

DESYNCHRONISED = 97  # exit code where the stream can't be trusted any more
_LOOK = 0.05  # seconds between two looks at whether the candidate has ended


class Ended(Exception):
    """The candidate ended while it was asked."""


class Channel:
    """Messages to and from one candidate, over the judge's stream. What the candidate printed is printed here first.

    All that carries another channel's number is left over from a test that has ended, and thrown away. busy is two
    bytes, shared with the process that may kill this one: not 0 while a frame is half read, half written.
    """

    def __init__(self, read_fd: int, write_fd: int, busy: mmap.mmap, number: int) -> None:
        self.number = number
        self.received = 0  # bytes of messages of the candidate
        self.heard = False  # whether bytes of the candidate came in
        self.left: int | None = None  # bytes that may still come in, where that is bounded
        self.died: dict[str, Any] | None = None
        self.told: dict[str, Any] | None = None  # by the runner, how the session goes on from collection
        self._waiting: collections.deque[bytes] = collections.deque()  # messages that came before another frame
        self._answers: queue.SimpleQueue[tuple[int, bytes]] = queue.SimpleQueue()  # of the supervisor, to be waited for
        self._read_fd = read_fd
        self._write_fd = write_fd
        self._busy = busy
        self._reading, self._writing = threading.Lock(), threading.Lock()  # of whole frames

    def send(self, message: bytes) -> None:
        """Send one message."""
        self.post(frames.DATA, message)

    def post(self, kind: int, payload: bytes, number: int | None = None) -> None:
        """Send a frame of another kind, of another channel if that has a number."""
        with self._writing, self._whole(1):
            frames.write_frame(self._write_fd, kind, self.number if number is None else number, payload)

    @contextlib.contextmanager
    def _whole(self, side: int) -> Iterator[None]:
        """A frame is read or written whole, or this process ends: what is left of one would be taken for frames, and
        those bytes are the guest's."""
        with alarms.held():
            self._busy[side] = 1
            try:
                yield
            except BaseException:  # too little memory, say
                os._exit(DESYNCHRONISED)
            self._busy[side] = 0

    def stop(self) -> None:
        """Before this process ends: let its threads finish the frames that they are in, and begin no other."""
        self._writing.acquire()
        self._reading.acquire()

    def _next(self) -> tuple[int, int, bytes]:
        poll = select.poll()
        poll.register(self._read_fd, select.POLLIN)
        poll.poll()
        with self._reading, self._whole(0):
            kind, channel, payload = frames.read_frame(self._read_fd)
        if kind == frames.GO:
            self.told = json.loads(payload)
        return kind, channel, payload

    def go(self) -> dict[str, Any]:
        """Wait until the runner says how the session goes on."""
        while self.told is None:
            self._next()
        return self.told

    def read_answer(self, asked: int) -> Any:
        """The supervisor's answer to a frame, one of the same kind; None when the candidate has ended. To be called
        where nobody else reads (Link.aside)."""
        while self.died is None:
            kind, payload = self._next_of_own()
            if kind == asked:
                return json.loads(payload)
            if kind == frames.DATA:  # of a thread of the solution's
                self._waiting.append(payload)
        return None

    def wait_for_answer(self, asked: int) -> Any:
        """The same, from the thread that reads."""
        while True:
            try:
                kind, payload = self._answers.get(timeout=_LOOK)
            except queue.Empty:
                if self.died is not None:
                    return None
            else:
                if kind == asked:
                    return json.loads(payload)

    def receive(self) -> bytes:
        """Wait for a message; raises Ended when the candidate ended instead."""
        if self._waiting:
            return self._waiting.popleft()
        while self.died is None:
            kind, payload = self._next_of_own()
            if kind == frames.DATA:
                return payload
            if kind in (frames.FILE, frames.USAGE):
                self._answers.put((kind, payload))
        raise Ended

    def _next_of_own(self) -> tuple[int, bytes]:
        """The next frame of this channel. What was printed and that the candidate ended is taken note of here."""
        while True:
            kind, channel, payload = self._next()
            if channel == self.number:
                break
        self.heard = self.heard or kind != frames.FILE and kind != frames.USAGE
        if kind == frames.DATA:
            self.received += len(payload)
            if self.left is not None:
                self.left -= len(payload)
                if self.left < 0:
                    raise Malformed("more than may cross while tests are collected")
        elif kind == frames.OUTPUT:
            write_to_tests("stderr" if payload[:1] == b"\x02" else "stdout", payload[1:])
        elif kind == frames.DIED:
            self.died = json.loads(payload)
        return kind, payload
