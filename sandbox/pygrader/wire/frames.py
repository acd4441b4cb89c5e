"""Frames: the envelope of everything that crosses a container's stream (PROTOCOL.md, "Frames").

A frame is a header of nine bytes (length of the payload, kind, channel; big-endian) and the payload.
"""

from __future__ import annotations

import json
import os
import struct
from typing import Any

VERSION = 4
HEADER = struct.Struct(">IBI")
MAX_PAYLOAD = 32 << 20

# Kinds. The runner reads what is JSON; DATA and OUTPUT it passes on unread.
READY = 1      # guest, judge -> runner: JSON, the process can take work
LOAD = 2       # runner -> guest: JSON, the submission's files and the session's limits
LOADED = 3     # guest -> runner: JSON, what compiling found
IMPORT = 4     # runner -> guest: import the submission in a new template; the channel is the session's
IMPORTED = 5   # guest -> runner: JSON, how the import ended
JOB = 6        # runner -> judge: JSON, one session of tests
COLLECTED = 7  # judge -> runner: JSON, the tests found, or why none could be
BEGIN = 8      # judge -> runner -> guest: JSON limits; the channel is the test's
END = 9        # judge -> runner -> guest: JSON, the test is over, kill its candidate
DATA = 10      # judge <-> guest: one message of the remote import
OUTPUT = 11    # guest -> judge: one byte (1 stdout, 2 stderr), then what the candidate printed
DIED = 12      # guest -> judge: JSON facts, the candidate ended before its test did
FACTS = 13     # guest -> runner: JSON facts of a candidate, after END
REPORT = 14    # judge -> runner: JSON, the verdict of one test
DONE = 15      # judge -> runner: JSON, the session is over
FILE = 16      # judge -> guest: one block of a file (JSON header, newline, bytes)
RUN = 17       # runner -> guest: JSON, run these tests beside the submission; COLLECTED, REPORT, FACTS, DONE come back
GO = 18        # runner -> judge: JSON, the import has ended: run the tests that were collected, or none
NEXT = 19      # judge -> runner -> guest: JSON, a test is over, and its candidate goes on with another
USAGE = 20     # judge -> guest: what has the candidate used; and the answer back, JSON


class StreamClosed(Exception):
    """The other end closed the stream."""


def read_exact(fd: int, size: int) -> bytes:
    """Read size bytes from fd; StreamClosed when it ends before."""
    first = os.read(fd, size) if size else b""
    if len(first) == size:
        return first
    parts = [first]
    missing = size - len(first)
    while missing:
        if not parts[-1]:
            raise StreamClosed
        parts.append(os.read(fd, missing))
        missing -= len(parts[-1])
    return b"".join(parts)


def read_frame(fd: int) -> tuple[int, int, bytes]:
    """Read one frame: its kind, channel and payload."""
    length, kind, channel = HEADER.unpack(read_exact(fd, HEADER.size))
    if length > MAX_PAYLOAD:
        raise StreamClosed
    return kind, channel, read_exact(fd, length)


def write_all(fd: int, data: bytes) -> None:
    """Write all of data to a blocking descriptor."""
    done = os.write(fd, data)
    if done < len(data):
        view = memoryview(data)
        while done < len(data):
            done += os.write(fd, view[done:])


def write_frame(fd: int, kind: int, channel: int, payload: bytes) -> None:
    """Write one frame in as few writes as the pipe takes."""
    write_all(fd, HEADER.pack(len(payload), kind, channel) + payload)


def to_json(value: Any) -> bytes:
    """Encode the payload of a control frame."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
