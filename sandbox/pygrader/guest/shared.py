"""Isolation "shared": a process that runs the tests beside the submission, and what it may say to the supervisor.

All that comes from it is a claim. The supervisor adds what the kernel says (when a report came, what was used until
then, how the process ended) and passes the rest on unread. The token keeps off code that writes to descriptors which it
finds; code that looks through its own process can find the token too.
"""

from __future__ import annotations

import json
import os
import select
import socket
import sys
import traceback
from typing import Any, NoReturn

from .. import bundle
from ..wire import frames, processes
from . import compiling, kernel
from .peer import HEADER, Gone
from .supervisor import Supervisor
from .template import settle
from .worker import Worker

COLLECTED, REPORT, OVER = b"CRE"
_KINDS = {"collected": COLLECTED, "report": REPORT, "over": OVER}
_TOKEN_SIZE = 16
_LAST_READS = 1024  # of the socket of a process that has ended, which a child of its may hold open


class Sharing(Supervisor):
    """A supervisor that can have a process run the tests itself: RUN of the protocol."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        super().__init__(read_fd, write_fd)
        self._session: int | None = None     # channel of the session that is on
        self._token = b""
        self._reported: int | None = None    # how many tests; None before they are collected
        self._over: bytes | None = None      # the payload of its last message
        self._peak = 0                       # bytes in memory, as last seen: one that has ended shows none

    def _obey(self, kind: int, channel: int, payload: bytes) -> None:
        if kind == frames.RUN:
            self._run_tests(channel, json.loads(payload))
        else:
            super()._obey(kind, channel, payload)

    def _clear(self) -> None:
        super()._clear()
        self._session = self._reported = self._over = None
        self._peak = 0

    def _run_tests(self, channel: int, options: dict[str, Any]) -> None:
        """Have a fresh process run the tests, with the submission among their files."""
        self._clear()
        self._session, self._token = channel, os.urandom(_TOKEN_SIZE)
        suite = compiling.unpack(options["files"])
        options.update(files=list(suite), output=self._limits["output"])
        try:
            self._workspace.renew({**self._files, **suite})
        except OSError:
            self._tell(frames.DIED, channel, {"reason": "disk"})
            return
        # Its CPU time is counted test by test, here alone: what limits a process cannot be raised for the next one.
        self._start(channel, lambda given: run(given, self._workspace.folder, self._token, options), None)

    def _heard(self, worker: Worker, kind: int, payload: bytes) -> None:
        """Pass on what the process says of its tests, and start the clock of the next one."""
        if self._session is None:
            return super()._heard(worker, kind, payload)
        expected = COLLECTED if self._reported is None else REPORT
        if payload[:_TOKEN_SIZE] != self._token or kind not in (expected, OVER) or self._over is not None:
            raise Gone
        payload = payload[_TOKEN_SIZE:]
        if kind == OVER:
            self._over = payload  # told when it has ended, as it now must
            worker.peer.send(kind, b"")
            return
        self._peak = max(self._peak, kernel.peak_memory(worker.pid))
        if self._reported is None:
            self._reported = 0
            frames.write_frame(self._write_fd, frames.COLLECTED, self._session, payload)
        else:
            self._reported += 1
            frames.write_frame(self._write_fd, frames.REPORT, self._session + self._reported, payload)
            facts = worker.facts(self._accounts)
            facts["peak_memory_bytes"] = max(self._peak, facts["peak_memory_bytes"])
            self._tell(frames.FACTS, self._session + self._reported, facts)
        worker.rest()
        worker.budget(self._session, self._limits["cpu_seconds"], self._limits["wall_seconds"], self._accounts)
        worker.work()
        worker.peer.send(kind, b"")

    def _relay_output(self, worker: Worker) -> None:
        """What pytest does not keep is nobody's; too much of it is the end of the process all the same."""
        if self._session is None:
            return super()._relay_output(worker)
        for _ in worker.peer.output():
            if worker.peer.printed > self._limits["output"]:
                worker.reason = worker.reason or "output"
                processes.end(worker.pid)
                return

    def _mourn(self, worker: Worker) -> None:
        """Tell how a process that ran the tests ended; what it said before it did comes first."""
        if self._session is None:
            return super()._mourn(worker)
        if not worker.reason:
            self._hear_last(worker)
        assert worker.usage is not None
        if self._over is not None and not worker.reason and worker.usage[0] == 0:
            frames.write_frame(self._write_fd, frames.DONE, self._session, self._over)
        else:
            self._tell(frames.DIED, self._session, worker.facts(self._accounts))

    def _hear_last(self, worker: Worker) -> None:
        poll = select.poll()
        poll.register(worker.peer.socket, select.POLLIN)
        try:
            for _ in range(_LAST_READS):
                if not poll.poll(0):
                    return
                for kind, payload in worker.peer.receive():
                    self._heard(worker, kind, payload)
        except Gone:
            pass


def run(descriptors: tuple[int, int, int], folder: str, token: bytes, options: dict[str, Any]) -> NoReturn:
    """Be that process, in a fresh fork of the supervisor; never returns."""
    code = 1
    try:
        connection = settle(descriptors, set(range(3, 64)))
        processes.hide_memory(False)
        kernel.confine()
        os.chdir(folder)
        sys.path[:0] = [folder]
        sys.argv = [""]
        bundle.install("/usr/lib/pygrader/judge.bundle")  # pytest, from one file
        from ..suite import session
        owner = os.getpid()

        def tell(what: str, value: dict[str, Any]) -> None:
            if os.getpid() != owner:
                os._exit(70)  # a fork of a test's that came back to pytest's loop
            _send(connection, _KINDS[what], token + frames.to_json(value))
            connection.recv(HEADER.size)  # heard and measured: the next test's time and memory begin here
        tell("over", {"exit": session.run(options, folder, f"{os.path.dirname(folder)}/pytest", tell)})
        code = 0
    except SystemExit:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _send(connection: socket.socket, kind: int, payload: bytes) -> None:
    connection.sendall(HEADER.pack(len(payload), kind) + payload)
