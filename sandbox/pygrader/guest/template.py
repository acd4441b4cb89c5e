"""The template: imports the submission once, and forks a candidate for each test."""

from __future__ import annotations

import array
import contextlib
import importlib
import json
import os
import signal
import socket
import sys
import threading
import traceback
from typing import Any, NoReturn

from ..wire import processes
from ..wire.link import Link
from . import kernel, world
from .peer import FORK, HEADER, IMPORTED, MESSAGE
from .runtime import SocketTransport, connect
from .space import trace_text


_STACK = 2 << 20  # bytes of a thread's, which count as data: of the usual 8 MiB a limit of 128 MiB holds 14


def run(descriptors: tuple[int, int, int], folder: str, entry: str, objects: bool, keep: set[int]) -> NoReturn:
    """Be the template, in a fresh fork of the supervisor; never returns. keep: descriptors to close are all others."""
    try:
        connection = settle(descriptors, keep)
        processes.hide_memory(False)
        kernel.confine()
        os.chdir(folder)
        sys.path[:0] = [folder]
        sys.argv = [""]
        link, transport = connect(connection, objects)
        if objects:
            world.tell_warnings(link)
            world.tell_variables(link)
            world.tell_folder(link)
            world.tell_threads(link)
        _report(transport, entry)
        if objects:
            world.tell_logs(link)
            link.streams = world.Streams(link)
        _serve(link, transport)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def settle(descriptors: tuple[int, int, int], keep: set[int]) -> socket.socket:
    """Take the given socket and pipes, close all that the supervisor had open, and reset what it had set."""
    link, out, err = descriptors
    os.setsid()
    threading.stack_size(_STACK)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (out, 1), (err, 2)):
        os.dup2(source, target)
    os.dup2(link, 3, inheritable=False)
    os.closerange(4, max(keep, default=3) + 64)
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        try:
            signal.signal(number, signal.SIG_DFL)
        except (OSError, ValueError):
            continue
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.set_wakeup_fd(-1)
    return socket.socket(fileno=3)


def _report(transport: SocketTransport, entry: str) -> None:
    """Import the entry module, and tell how that went."""
    report: dict[str, Any] = {"ok": True}
    try:
        importlib.import_module(entry)
    except BaseException as error:
        report = {"ok": False, "type": type(error).__name__, "message": _guarded(error), "trace": trace_text(error)}
    if "asyncio" in sys.modules:  # here once, rather than in each candidate
        with contextlib.suppress(Exception):
            importlib.import_module("pygrader.wire.stand_in_loop")
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    data = json.dumps(report).encode()
    transport.connection.sendall(HEADER.pack(len(data), IMPORTED) + data)


def _guarded(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except Exception:
        return ""


def _serve(link: Link, transport: SocketTransport) -> None:
    """Answer the collection of tests, and fork a candidate when told."""
    while True:
        kind, payload, given = _receive(transport.connection)
        if kind == MESSAGE:
            transport.pending = payload
            link.serve()
            while link.is_read:  # this process is the candidate of tests that have threads: nothing else comes
                link.serve()
        elif kind == FORK:
            _fork(link, transport, given)


def _receive(connection: socket.socket) -> tuple[int, bytes, list[int]]:
    """One message of the supervisor, with the descriptors that came along."""
    given = array.array("i")
    data, ancillary, _, _ = connection.recvmsg(HEADER.size, socket.CMSG_SPACE(3 * given.itemsize))
    for level, kind, value in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            given.frombytes(value[:len(value) - len(value) % given.itemsize])
    while data and len(data) < HEADER.size:
        data += connection.recv(HEADER.size - len(data))
    if not data:
        os._exit(0)
    length, what = HEADER.unpack(data)
    payload = bytearray()
    while len(payload) < length:
        payload += connection.recv(min(length - len(payload), 1 << 20)) or os._exit(0)
    return what, bytes(payload), list(given)


def _fork(link: Link, transport: SocketTransport, given: list[int]) -> None:
    """Fork a candidate that is the supervisor's child, which alone learns how it ends."""
    try:
        pid = kernel.fork_sibling()
    except OSError:
        pid = _fork_twice()
    if pid == 0:
        _be_candidate(link, transport, given)
    for descriptor in given:
        os.close(descriptor)


def _fork_twice() -> int:
    """As fork_sibling, where the kernel does not offer that: an orphan becomes the supervisor's."""
    between = os.fork()
    if between == 0:
        if os.fork() == 0:
            return 0
        os._exit(0)
    os.waitpid(between, 0)
    return between


def _be_candidate(link: Link, transport: SocketTransport, given: list[int]) -> NoReturn:
    try:
        connection, out, err = given
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.close(out)
        os.close(err)
        os.dup2(connection, transport.connection.fileno(), inheritable=False)
        os.close(connection)
        transport.own(transport.connection)
        link.reset()
        transport.connection.send(b"h")
        while True:
            link.serve()
    except SystemExit:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(70)
