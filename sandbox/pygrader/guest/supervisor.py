"""PID 1 of the guest: starts the template and a candidate for each test, relays, limits, ends, and keeps accounts.

It runs none of the submission's code, never waits for a process that does, and says of each only what the kernel says.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from typing import Any

from ..wire import frames, processes
from . import compiling, kernel, template
from .peer import FORK, IMPORTED, MESSAGE, Gone, Peer, TooLarge
from .worker import Worker
from .workspace import Workspace

_TICK = 0.02          # seconds between two looks at the CPU time of a candidate that works
_MESSAGE = 0.0002     # seconds of CPU that one may cost: 0.13 to 0.16 ms for a call of nothing, measured
_HELLO_SECONDS = 5.0  # for a template to fork
_ROUNDS = 30          # of killing what a candidate left behind, before everything goes


def _is_of_thread(message: bytes) -> bool:
    """Whether a message belongs to a conversation that a thread of the candidate's began."""
    return message[4:7] == b'[["' and message[8:9] == b"-"


class Supervisor:
    """The whole state of one guest. read_fd and write_fd are the container's stream."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd, self._write_fd = read_fd, write_fd
        self._incoming = bytearray()
        self._accounts = kernel.Accounts()
        self._kernel_limits_data = kernel.limits_data()
        self._workspace = Workspace("/tmp" if processes.IN_CONTAINER else tempfile.mkdtemp(prefix="pygrader-guest-"))
        self._files: dict[str, bytes] = {}
        self._limits: dict[str, Any] = {}
        self._entry = ""
        self._objects = False             # the interface of that name
        self._template: Worker | None = None
        self._direct = False              # the template itself is the candidate of the one test
        self._imported = False
        self._begun = False               # a test has begun: nothing more is collected
        self._candidate: Worker | None = None
        self._spare: Peer | None = None   # of a candidate that the template is forking
        self._data_size = 0  # of a candidate that has done nothing yet
        self._looked = 0.0  # when CPU time was last read
        self._poll = select.epoll()
        self._poll.register(read_fd, select.EPOLLIN)
        self._talking: dict[int, Worker] = {}   # by socket
        self._printing: dict[int, Worker] = {}  # by pipe
        self._ending: dict[int, Worker] = {}    # by pidfd

    def run(self) -> None:
        """Serve until the stream ends; then everything ends."""
        self._tell(frames.READY, 0, {"version": frames.VERSION, "role": "guest"})
        try:
            while True:
                self._wait()
        except frames.StreamClosed:
            pass
        finally:
            self._end_all()
            if not processes.IN_CONTAINER:
                shutil.rmtree(self._workspace.base, ignore_errors=True)

    # The loop

    def _wait(self) -> None:
        events = self._poll.poll(self._patience())
        # Output first, which stands before the message that follows it; ends last, which stand behind.
        for descriptor, _ in events:
            worker = self._printing.get(descriptor)
            if worker is not None and worker.usage is None:
                self._relay_output(worker)
        for descriptor, event in events:
            if descriptor == self._read_fd:
                self._hear_runner()
            elif (worker := self._talking.get(descriptor)) is not None and worker.usage is None:
                self._hear_worker(worker, event)
        for descriptor, _ in events:
            worker = self._ending.get(descriptor)
            if worker is not None and worker.usage is None:
                self._lose(worker)
        for worker in self._workers():
            if worker.exit.descriptor < 0 and worker.exit.comes(0):
                self._lose(worker)
        now = time.monotonic()
        if now >= self._looked + _TICK:
            self._looked = now
            for worker in self._workers():
                # Between its answers too: who answers often and at once is never seen at work.
                if worker is not self._template or not self._begun or self._direct:
                    self._check_limits(worker)

    def _workers(self) -> list[Worker]:
        return [worker for worker in (self._candidate, self._template) if worker and not worker.usage]

    def _watch(self, worker: Worker) -> Worker:
        peer = worker.peer
        for watched, descriptor in ((self._talking, peer.socket.fileno()), (self._printing, peer.stdout),
                                    (self._printing, peer.stderr), (self._ending, worker.exit.descriptor)):
            if descriptor >= 0:
                watched[descriptor] = worker
                self._poll.register(descriptor, select.EPOLLIN)
        return worker

    def _unwatch(self, worker: Worker) -> None:
        for watched in (self._talking, self._printing, self._ending):
            for descriptor in [number for number, other in watched.items() if other is worker]:
                del watched[descriptor]
                self._poll.unregister(descriptor)

    def _patience(self) -> float | None:
        """Seconds until something must be looked at."""
        for worker in self._workers():
            if worker.deadline < float("inf") or worker.exit.descriptor < 0:
                return min(_TICK, max(0.0, worker.deadline - time.monotonic()))
        return None

    def _hear_runner(self) -> None:
        data = os.read(self._read_fd, 1 << 16)
        if not data:
            raise frames.StreamClosed
        self._incoming += data
        self._take_frames()

    def _hear_worker(self, worker: Worker, event: int) -> None:
        """Take what a worker sent, and send it what could not be sent before."""
        if event & select.EPOLLOUT:
            worker.peer.flush()
            if not worker.peer.wants_to_send:
                self._poll.modify(worker.peer.socket, select.EPOLLIN)
        if not event & ~select.EPOLLOUT:
            return
        try:
            for kind, payload in worker.peer.receive():
                self._heard(worker, kind, payload)
        except TooLarge:
            worker.reason = worker.reason or "too_large"
            self._lose(worker)
        except Gone:
            if not worker.exit.comes(0.2):
                worker.reason = worker.reason or "protocol"
            self._lose(worker)

    def _lose(self, worker: Worker) -> None:
        """End a worker, or reap one that has ended, while it was needed, and say so."""
        self._end(worker)
        self._mourn(worker)

    def _check_limits(self, worker: Worker) -> None:
        if self._accounts.cpu_seconds() - worker.cpu_before > worker.cpu_limit:
            worker.reason = worker.reason or "cpu"
        elif time.monotonic() > worker.deadline:
            worker.reason = worker.reason or "wall"
        elif worker.data_limit < float("inf") and self._largest(worker) > worker.data_limit:
            worker.reason = worker.reason or "memory"
        if worker.reason:
            self._lose(worker)

    def _largest(self, worker: Worker) -> int:
        """Bytes of data of the largest process that is at work for a test, or for an import."""
        return max((kernel.data_size(process.pid) for process in processes.others()
                    if worker is self._template or process.pid != self._template_pid()), default=0)

    def _heard(self, worker: Worker, kind: int, payload: bytes) -> None:
        if kind == IMPORTED and worker is self._template and not self._imported:
            self._has_imported(worker, payload)
        elif kind == MESSAGE and (worker.owed > 0 or _is_of_thread(payload)):
            if not _is_of_thread(payload):
                worker.rest()
            frames.write_frame(self._write_fd, frames.DATA, worker.channel, payload)
        else:
            raise Gone

    def _relay_output(self, worker: Worker) -> None:
        """Pass on what was printed, before anything that was sent after it; end who prints too much."""
        for stream, data in worker.peer.output():
            room = self._limits["output"] - (worker.peer.printed - len(data))
            if room > 0:
                frames.write_frame(self._write_fd, frames.OUTPUT, worker.channel, stream + data[:room])
            if room < len(data):
                worker.reason = worker.reason or "output"
                processes.end(worker.pid)
                return

    # Frames of the runner

    def _take_frames(self) -> None:
        while len(self._incoming) >= frames.HEADER.size:
            length, kind, channel = frames.HEADER.unpack_from(self._incoming)
            if length > frames.MAX_PAYLOAD:
                raise frames.StreamClosed
            end = frames.HEADER.size + length
            if len(self._incoming) < end:
                return
            payload = bytes(self._incoming[frames.HEADER.size:end])
            del self._incoming[:end]
            self._obey(kind, channel, payload)

    def _obey(self, kind: int, channel: int, payload: bytes) -> None:
        if kind == frames.LOAD:
            self._load(json.loads(payload))
        elif kind == frames.IMPORT:
            self._import(channel, json.loads(payload))
        elif kind == frames.BEGIN:
            self._begin(channel, json.loads(payload))
        elif kind == frames.DATA:
            self._deliver(channel, payload)
        elif kind == frames.FILE:
            self._write_file(channel, payload)
        elif kind == frames.USAGE:
            self._tell(frames.USAGE, channel, worker.used(self._accounts) if (worker := self._worker(channel)) else {})
        elif kind == frames.NEXT:
            self._next(channel, json.loads(payload)["over"])
        elif kind == frames.END:
            self._finish(channel, json.loads(payload)["over"])

    def _load(self, load: dict[str, Any]) -> None:
        self._files = compiling.unpack(load["files"])
        self._limits = load["limits"]
        self._entry = load["entry"]
        self._objects = load.get("interface") == "objects"
        self._tell(frames.LOADED, 0, {"errors": compiling.check(self._files, self._limits)})

    def _import(self, channel: int, options: dict[str, Any]) -> None:
        """Have a fresh process import the submission."""
        self._clear()
        self._direct = options.get("direct") is True
        try:
            self._workspace.renew(self._files)
        except OSError as error:
            self._tell(frames.IMPORTED, channel, {
                "claim": json.dumps({"ok": False, "type": "OSError", "message": str(error)}), "ended": False,
                "forkable": False})
            return
        self._start(channel, lambda given: template.run(
            given, self._workspace.folder, self._entry, self._objects, set(range(3, 64))),
            None if self._direct else self._limits["import_cpu_seconds"])  # it goes on with tests, and may not raise it

    def _clear(self) -> None:
        """Start anew: nothing runs, nothing lies about."""
        self._end_all()
        for worker in (self._candidate, self._template):
            if worker is not None:
                self._discard(worker)
        if self._spare is not None:
            self._spare.close()
        self._template = self._candidate = self._spare = None
        self._data_size = 0
        self._direct, self._imported, self._begun = False, False, False

    def _start(self, channel: int, child: Callable[[tuple[int, int, int]], object], cpu: float | None) -> None:
        """Fork a process that is to run the submission's code, with the limits of an import; cpu: as a backstop."""
        peer = Peer()
        pid = os.fork()
        if pid == 0:
            child(peer.given())
        peer.hand_over()
        worker = self._template = self._watch(Worker(pid, peer))
        limits = self._limits
        worker.limit(self._kernel_limits_data, kernel.data_size(os.getpid()) + limits["import_memory"], cpu)
        worker.budget(channel, limits["import_cpu_seconds"], limits["import_wall_seconds"], self._accounts)
        worker.work()

    def _has_imported(self, worker: Worker, payload: bytes) -> None:
        self._imported = True
        worker.rest()
        clean = (kernel.threads(worker.pid) == 1 and kernel.descriptors(worker.pid) in (4, 5)
                 and {process.pid for process in processes.others()} == {worker.pid})
        self._tell(frames.IMPORTED, worker.channel, {
            "claim": payload.decode("utf-8", "replace")[:frames.MAX_PAYLOAD // 8], "ended": False, "forkable": clean})

    def _begin(self, channel: int, options: dict[str, Any]) -> None:
        """A test begins, or some that share a candidate: that is a new fork of the template."""
        tests = options.get("tests", 1)
        self._begun = True
        parent = self._template
        if parent is None or parent.usage is not None:
            self._tell(frames.DIED, channel, {"reason": "lost"})
            return
        limits = {**self._limits, "cpu_seconds": min(self._limits["cpu_seconds"], options.get("cpu", float("inf"))),
                  "memory": int(min(self._limits["memory"], options.get("memory", float("inf"))))}
        if self._direct:
            parent.budget(channel, limits["cpu_seconds"], limits["wall_seconds"], self._accounts)
            return
        try:
            peer = self._spare or self._fork()
            self._spare = None
            pid = self._hello(peer)
            worker = self._candidate = self._watch(Worker(pid, peer))
        except (Gone, OSError):
            self._end(parent)
            self._tell(frames.DIED, channel, {"reason": "lost"})
            return
        if not self._data_size:
            self._data_size = kernel.data_size(pid)  # of every fork alike
        worker.limit(self._kernel_limits_data, self._data_size + limits["memory"], tests * limits["cpu_seconds"])
        worker.budget(channel, limits["cpu_seconds"], limits["wall_seconds"], self._accounts)

    def _next(self, channel: int, over: int) -> None:
        """A test is over, and its candidate goes on with another: what it used is told, and its limits begin anew."""
        worker = self._worker(channel)
        if worker is None:
            self._tell(frames.FACTS, over, {"reason": "lost"})
            return
        if worker.usage is None:
            self._relay_output(worker)
        self._tell(frames.FACTS, over, {**worker.facts(self._accounts), "died": worker.usage is not None})
        if worker.usage is None:
            worker.renew(self._accounts)
        self._workspace.next_test()

    def _fork(self) -> Peer:
        assert self._template is not None
        peer = Peer()
        try:
            self._template.peer.send(FORK, b"", peer.given())
        finally:
            peer.hand_over()
        return peer

    def _hello(self, peer: Peer) -> int:
        """The pid of the new candidate: the kernel's word for who wrote on its socket."""
        poll = select.poll()
        poll.register(peer.socket, select.POLLIN)
        if not poll.poll(1000 * _HELLO_SECONDS):
            raise Gone
        pid = peer.hello()
        if self._template is None or pid == self._template.pid:
            raise Gone
        return pid

    def _deliver(self, channel: int, payload: bytes) -> None:
        worker = self._worker(channel)
        if worker is None or worker.usage is not None:
            return
        # What the tests send is passed on, decoded and answered at the judge's expense.
        asks = payload[7:8] == b"?"  # an answer is the solution's doing
        worker.cpu_limit += asks * _MESSAGE + self._limits["cpu_seconds_per_mib"] * len(payload) / (1 << 20)
        if not _is_of_thread(payload):
            worker.work()
        worker.peer.send(MESSAGE, payload)
        if worker.peer.wants_to_send:
            self._poll.modify(worker.peer.socket, select.EPOLLIN | select.EPOLLOUT)

    def _worker(self, channel: int) -> Worker | None:
        for worker in (self._candidate, self._template):
            if worker is not None and worker.channel == channel:
                return worker
        return None

    def _write_file(self, channel: int, payload: bytes) -> None:
        head, _, block = payload.partition(b"\n")
        given = json.loads(head)
        answer = self._workspace.write(given["name"], block, last=given["last"])
        if answer is not None:
            self._tell(frames.FILE, channel, answer)

    # Ends

    def _finish(self, channel: int, over: int) -> None:
        """A test is over: its candidate goes, with all that it started, and the accounts are told."""
        worker = self._worker(channel)
        if worker is None:
            self._tell(frames.FACTS, over, {"reason": "lost"})
            return
        died = worker.usage is not None
        if not died:
            self._relay_output(worker)
            worker.peer.flush()
        alone = worker is not self._template and self._dies_alone(worker)
        if alone:
            self._fork_next()  # which takes longer than all that is left to do here
        self._end(worker)
        if not alone:
            self._end_left_over()
        facts = worker.facts(self._accounts)
        worker.channel = 0
        if worker is not self._template:
            self._discard(worker)
            self._candidate = None
            try:
                self._workspace.tidy(self._files)
            except OSError:  # the test left it in such a state that everything starts anew
                if self._template is not None:
                    self._end(self._template)
            if self._spare is None:
                self._fork_next()
        self._tell(frames.FACTS, over, {**facts, "died": died})

    def _dies_alone(self, worker: Worker) -> bool:
        """Kill a candidate; whether it leaves nobody. A process that is being killed can fork no more."""
        if worker.usage is None:
            try:
                worker.exit.bring()
            except ProcessLookupError:
                return False
        known = {worker.pid, self._template_pid()}
        return all(process.zombie or process.pid in known for process in processes.others())

    def _fork_next(self) -> None:
        """Have the template fork the next test's candidate, if there is a template."""
        if self._template is not None and self._template.usage is None:
            try:
                self._spare = self._fork()
            except Gone:
                self._end(self._template)

    def _template_pid(self) -> int:
        return self._template.pid if self._template else 0

    def _end(self, worker: Worker) -> None:
        """Kill a worker if it still runs, and reap it."""
        if worker.usage is None:
            worker.end()
            self._unwatch(worker)

    def _mourn(self, worker: Worker) -> None:
        """Tell of a worker that ended while it was needed."""
        if worker is self._template and not self._imported:
            self._imported = True
            facts = worker.facts(self._accounts)
            self._tell(frames.IMPORTED, worker.channel, {"claim": "{}", "ended": True, "forkable": False, **facts})
        elif worker is self._candidate or worker is self._template and not self._begun or self._direct:
            self._relay_output(worker)
            self._tell(frames.DIED, worker.channel, worker.facts(self._accounts))

    def _end_left_over(self) -> None:
        """Kill what a test left running, all but the template; if that does not end, the template too."""
        keep = {self._template.pid} if self._template else set()
        for _ in range(_ROUNDS):
            others = [process for process in processes.others() if process.pid not in keep]
            alive = [process for process in others if not process.zombie]
            processes.reap(others)
            if not alive:
                return
            for process in alive:
                processes.end(process.pid)
        self._end_all()

    def _end_all(self) -> None:
        """Kill everything but this process."""
        for worker in (self._candidate, self._template):
            if worker is not None:
                self._end(worker)
        if processes.IN_CONTAINER:
            try:
                os.kill(-1, signal.SIGKILL)
            except ProcessLookupError:
                pass
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            others = processes.others()
            processes.reap(others)
            if not others:
                return
            for process in others:
                if not process.zombie:
                    processes.end(process.pid)

    @staticmethod
    def _discard(worker: Worker) -> None:
        """Close what belongs to a worker that has ended."""
        worker.peer.close()
        worker.exit.close()

    def _tell(self, kind: int, channel: int, value: Any) -> None:
        frames.write_frame(self._write_fd, kind, channel, frames.to_json(value))
