"""A frame is read and written whole, or the process that was at it ends: what is left would be taken for frames."""

from __future__ import annotations

import mmap
import os
import signal
from collections.abc import Callable

import pytest
from pygrader.judge.channel import DESYNCHRONISED, Channel
from pygrader.wire import frames

HEADER = frames.HEADER.pack(10, frames.DATA, 7)


def in_a_child(work: Callable[[Channel, int], None]) -> tuple[int, bytes]:
    """Give a channel, whose stream begins with a header, and what writes to it to a forked process: its exit code, and
    whether it was within a frame (reading, writing)."""
    read, write = os.pipe()
    busy = mmap.mmap(-1, 2)
    os.write(write, HEADER)
    child = os.fork()
    if child == 0:
        try:
            work(Channel(read, os.open(os.devnull, os.O_WRONLY), busy, 7), write)
        finally:
            os._exit(1)
    os.close(read)
    os.close(write)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), busy[:]


def test_the_stream_ends_within_a_frame() -> None:
    def work(channel: Channel, write: int) -> None:
        os.close(write)
        channel.receive()
    assert in_a_child(work) == (DESYNCHRONISED, b"\1\0")


def test_there_is_no_memory_for_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(channel: Channel, _: int) -> None:
        def exhausted(*_: object) -> bytes:
            raise MemoryError
        monkeypatch.setattr(frames, "read_exact", exhausted)
        channel.receive()
    assert in_a_child(work) == (DESYNCHRONISED, b"\1\0")


def test_what_a_handler_raises_waits_for_the_frame() -> None:
    def work(channel: Channel, write: int) -> None:
        def handler(*_: object) -> None:
            raise TimeoutError
        signal.signal(signal.SIGALRM, handler)
        read = frames.read_exact

        def interrupted(descriptor: int, size: int) -> bytes:
            os.kill(os.getpid(), signal.SIGALRM)
            if size == 10:
                os.write(write, bytes(10))
            return read(descriptor, size)
        monkeypatch = pytest.MonkeyPatch()
        monkeypatch.setattr(frames, "read_exact", interrupted)
        try:
            channel.receive()
        except TimeoutError:
            os._exit(3)
    assert in_a_child(work) == (3, b"\0\0")
