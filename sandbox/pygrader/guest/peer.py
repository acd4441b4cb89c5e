"""The supervisor's end of a socket to a process that runs the submission's code. Never blocks, caps every length.

On the socket: length (4 bytes, big-endian), kind (1 byte), payload. Kinds: M a message of the remote import, both ways;
F fork a candidate (descriptors attached), to the template; I how the import ended, from the template.
"""

from __future__ import annotations

import array
import os
import socket
import struct
from collections.abc import Iterator

from ..wire import limits

HEADER = struct.Struct(">IB")
MESSAGE, FORK, IMPORTED = b"MFI"
_CREDENTIALS = struct.Struct("iII")  # pid, uid, gid: struct ucred of unix(7)


class Gone(Exception):
    """The process closed its end or broke the framing."""


class TooLarge(Gone):
    """The process announced a message over the limit."""


class Peer:
    """One socket and, beside it, the pipes that the process prints to."""

    def __init__(self) -> None:
        self.socket, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.setblocking(False)
        self.stdout, self.their_stdout = os.pipe()
        self.stderr, self.their_stderr = os.pipe()
        for pipe in (self.stdout, self.stderr):
            os.set_blocking(pipe, False)
        self.printed = 0
        self._incoming = bytearray()
        self._outgoing = bytearray()

    def given(self) -> tuple[int, int, int]:
        """The descriptors for the other process: socket, stdout, stderr."""
        return self.theirs.fileno(), self.their_stdout, self.their_stderr

    def hand_over(self) -> None:
        """Close what now belongs to the other process."""
        self.theirs.close()
        os.close(self.their_stdout)
        os.close(self.their_stderr)

    def close(self) -> None:
        """Close this side."""
        self.socket.close()
        os.close(self.stdout)
        os.close(self.stderr)

    def hello(self) -> int:
        """Read the one byte that a candidate sends first; returns its pid, which the kernel attests."""
        try:
            data, ancillary, _, _ = self.socket.recvmsg(1, socket.CMSG_SPACE(_CREDENTIALS.size))
        except BlockingIOError:
            raise Gone from None
        for level, kind, value in ancillary:
            if data and level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                return int(_CREDENTIALS.unpack(value)[0])
        raise Gone

    def send(self, kind: int, payload: bytes, descriptors: tuple[int, ...] = ()) -> None:
        """Queue a message, and send what the socket takes now."""
        data = HEADER.pack(len(payload), kind) + payload
        if descriptors:
            rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))
            try:
                self.socket.sendmsg([data], [rights])
            except OSError:
                raise Gone from None
            return
        self._outgoing += data
        self.flush()

    def flush(self) -> None:
        """Send more of what is queued."""
        try:
            while self._outgoing:
                del self._outgoing[:self.socket.send(self._outgoing)]
        except BlockingIOError:
            pass
        except OSError:
            self._outgoing.clear()  # its end is seen when reading

    @property
    def wants_to_send(self) -> bool:
        """Whether something is queued."""
        return bool(self._outgoing)

    def receive(self) -> Iterator[tuple[int, bytes]]:
        """The messages that have come whole. Gone when the process closed its end or announced too much."""
        try:
            data = self.socket.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            raise Gone from None
        if not data:
            raise Gone
        self._incoming += data
        while len(self._incoming) >= HEADER.size:
            length, kind = HEADER.unpack_from(self._incoming)
            if length > limits.MAX_MESSAGE:
                raise TooLarge
            end = HEADER.size + length
            if len(self._incoming) < end:
                return
            payload = bytes(self._incoming[HEADER.size:end])
            del self._incoming[:end]
            yield kind, payload

    def output(self) -> Iterator[tuple[bytes, bytes]]:
        """What was printed since the last call: b"\\1" or b"\\2" for the stream, and the bytes."""
        for stream, pipe in ((b"\1", self.stdout), (b"\2", self.stderr)):
            while True:
                try:
                    data = os.read(pipe, 1 << 16)
                except BlockingIOError:
                    break
                if not data:
                    break
                self.printed += len(data)
                yield stream, data
                if len(data) < 1 << 12:
                    break
