"""The pytest plugin: collects once, then runs each test in a fork of its own, paired with one of the template."""

from __future__ import annotations

import collections
import gc
import itertools
import mmap
import os
import resource
import select
import signal
import struct
import sys
import threading
import time
import traceback
from collections.abc import Generator
from typing import Any

import pygrader
import pytest
from ..wire import frames, limits
from ..wire.ends import End
from ..wire.recording import RecordingFixtures
from .channel import DESYNCHRONISED, Channel
from .files import SandboxFiles
from .handles import Handle
from .openness import COLLECTED
from .pages import Pages
from .remote import Remote
from .surface import Surface
from . import probes, processes, world
from .usage import SandboxUsage
from .verdict import collect_error, ended_by, hide_frames, verdict

_STACK = 512 << 10  # bytes of a thread's, which count as data: of the usual 8 MiB a test could start 100
_COUNT = struct.Struct("I?")  # how many tests of a fork are over, whether it has ended the candidate


class Session:
    """One JOB: the streams, the limits, and what to run."""

    def __init__(self, job: dict[str, Any], read_fd: int, write_fd: int, pages: Pages) -> None:
        self.job = job
        self.pages = pages
        self.reports: list[pytest.TestReport] = []  # of the one test of a fork
        self.busy = mmap.mmap(-1, 2)  # shared with the forks
        self._read_fd, self._write_fd = read_fd, write_fd
        surface = None
        if job.get("interface") == "objects":
            surface = Surface(job.get("surface"), job.get("recording") is True)
        self.remote = Remote(self.channel(job["channel"]), surface)
        # The forks of tests have limits of their own; collection is in this process, and what it keeps they inherit.
        self.remote.channel.left = limits.MAX_COLLECTED
        self.remote.watch_threads()
        pygrader.probe = probes.make(self.remote)  # type: ignore[assignment]  # in place of the one for plain pytest
        if surface is not None:
            world.watch()

    def channel(self, number: int) -> Channel:
        """The channel of a test."""
        return Channel(self._read_fd, self._write_fd, self.busy, number)

    def tell(self, kind: int, value: Any, channel: int = 0) -> None:
        """Send a control frame to the runner."""
        frames.write_frame(self._write_fd, kind, channel, frames.to_json(value))


def limit_collection(limits: dict[str, Any] | None) -> None:
    """Bound what the session's own process may use until its tests are collected; None: it has collected them.

    Module-level code of a suite may go over what the submission returned. A signal ends the process then, and the
    runner learns that no test was collected.
    """
    if limits is None:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return
    signal.alarm(int(limits["collect_wall_seconds"]))
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + int(limits["judge_cpu_seconds"]) + 1, resource.RLIM_INFINITY))


class Plugin(RecordingFixtures):
    """Hooks of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.collected = False
        self.failure: BaseException | None = None  # of pytest itself, or of a hook of the suite's
        self._collect_errors: list[dict[str, Any]] = []
        self._errors: list[BaseException] = []
        self._raised: dict[str, BaseException] = {}  # while collecting, by node id

    @pytest.fixture
    def sandbox_files(self) -> SandboxFiles:
        """Files in the guest: write(name, data) gives a path there, read(path) what the solution left."""
        return SandboxFiles(self._session.remote)

    @pytest.fixture
    def sandbox_usage(self) -> SandboxUsage:
        """`with sandbox_usage() as usage:` gives the block's usage.cpu_seconds and usage.peak_memory in the guest."""
        return SandboxUsage(self._session.remote)

    @pytest.hookimpl(trylast=True)  # type: ignore[misc]
    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers known."""
        config.addinivalue_line("markers", "task(id): the task of the exercise that the test belongs to")
        config.addinivalue_line("markers", "sandbox_limits(cpu, memory): seconds and bytes for the solution")
        # Its options are needed, its output is not: nobody reads it, and it costs a third of a small session.
        config.pluginmanager.unregister(name="terminalreporter")

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keep why pytest gives up."""
        self.failure = excinfo.value

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected; the session goes on with the rest."""
        if report.failed:
            self._collect_errors.append(collect_error(
                report, self._raised.get(report.nodeid), self._session.remote, self._session.job["modules"]))

    @pytest.hookimpl(tryfirst=True)  # type: ignore[misc]
    def pytest_pycollect_makeitem(self, obj: object) -> list[Any] | None:
        """A function of the solution's is no test, whatever its name is."""
        return [] if issubclass(type(obj), Handle) else None

    @pytest.hookimpl(hookwrapper=True)  # type: ignore[misc]
    def pytest_make_collect_report(self) -> Generator[None, Any, None]:
        """Keep the exception itself, which pytest takes off the report."""
        outcome = yield
        report = outcome.get_result()
        excinfo = getattr(getattr(report, "call", None), "excinfo", None)
        if excinfo is not None:
            self._raised[report.nodeid] = excinfo.value

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell what was found, then run each test in its fork."""
        only = self._session.job.get("only")
        items = [item for item in session.items if only is None or item.nodeid in only]
        self.collected = True
        COLLECTED.update(kind for item in session.items if (kind := getattr(item, "cls", None)) is not None)
        self._session.tell(frames.COLLECTED, {
            "tests": [{"id": item.nodeid, "task": _task(item)} for item in items], "errors": self._collect_errors,
            "others": [item.nodeid for item in session.items if only is not None and item.nodeid not in only]
            [:limits.MAX_OTHERS]})
        if self._session.remote.channel.go()["collect_only"]:
            return True
        limit_collection(None)
        gc.freeze()  # what all forks share stays shared; a collection before would cost as much as two tests
        gc.enable()
        waiting = collections.deque(_groups(self._session.job, items))
        current, before = self._fork(waiting), None
        while current is not None:
            current.go()
            following = self._fork(waiting)  # while this one runs, so that nobody waits for it
            if before:
                before.reap()
            waiting.extendleft([test] for test in reversed(current.wait()))
            current, before = following or self._fork(waiting), current
        if before:
            before.reap()
        return True

    def _fork(self, waiting: collections.deque[list[Numbered]]) -> Fork | None:
        return Fork(self._session, waiting.popleft(), self._errors) if waiting else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the reports of the test of this fork."""
        self._session.reports.append(report)

    @pytest.hookimpl(hookwrapper=True)  # type: ignore[misc]  # untyped in pytest 7.2
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
        """Keep the exceptions themselves: where they came from decides outcome and blame."""
        if call.excinfo is not None:
            self._errors.append(call.excinfo.value)
            hide_frames(call.excinfo.value)
        yield


Numbered = tuple[int, pytest.Item]  # a channel and its test


def _groups(job: dict[str, Any], items: list[pytest.Item]) -> list[list[Numbered]]:
    """The tests, those together that share a candidate; where all do, those with limits of their own come last."""
    numbered = list(enumerate(items, job["channel"] + 1))
    if job["share"] == "test":
        return [[test] for test in numbered]
    if job["share"] == "file":
        return [list(group) for _, group in itertools.groupby(numbered, lambda test: test[1].nodeid.partition("::")[0])]
    limited = [test for test in numbered if job["rest"] == "alone" and test[1].get_closest_marker("sandbox_limits")]
    others = [test for test in numbered if test not in limited]
    return [group for group in (others, *([test] for test in limited)) if group]


def narrowed(items: list[pytest.Item]) -> dict[str, float]:
    """What markers of tests leave of the limits: seconds of CPU time and bytes of memory, where they say so.

    Raises ValueError for what is no number above zero; the runner's own limits hold all the same.
    """
    found: dict[str, float] = {}
    for marker in (mark for item in items for mark in item.iter_markers("sandbox_limits")):
        for name, value in marker.kwargs.items():
            if name not in ("cpu", "memory") or type(value) not in (int, float) or value <= 0:
                raise ValueError(f"sandbox_limits({name}={value!r}): cpu takes seconds, memory takes bytes")
            found[name] = min(value, found.get(name, value))
    return found


def _task(item: pytest.Item) -> str:
    marker = item.get_closest_marker("task")
    return str(marker.args[0]) if marker and marker.args else ""


class Fork:
    """A fork for one test, or for some that share a candidate: it waits for its turn, runs them, and reports for
    itself. The candidate has the channel of the first."""

    def __init__(self, session: Session, tests: list[Numbered], errors: list[BaseException]) -> None:
        self._session, self._tests = session, tests
        self._over = mmap.mmap(-1, _COUNT.size)  # how many of them are over, shared with the fork
        turn, self._go = os.pipe()
        self._done, done = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._go)
            _be_tests(session, tests, errors, turn, done, self._over)
        os.close(turn)
        os.close(done)
        self._status: int | None = None

    def go(self) -> None:
        """Give it the stream."""
        os.write(self._go, b"g")
        os.close(self._go)

    def wait(self) -> list[Numbered]:
        """Wait until it is done, for each test within the judge's limit, and report for it when it ended without being
        done. Returns the tests that are still to be run, with a candidate each."""
        end = End(self._pid)
        over = 0
        while not end.comes(self._session.job["limits"]["judge_wall_seconds"], self._done):
            if over == (over := self._count()[0]):
                end.bring()
                break
        end.close()
        done = _readable(self._done) and os.read(self._done, 1)
        os.close(self._done)
        status = 0 if done else self.reap()
        if not done and any(self._session.busy[:]):
            sys.stderr.write(f"the judge's fork of {self._tests[0][1].nodeid} was ended within a frame\n")
            os._exit(DESYNCHRONISED)
        over, ended = self._count()
        if status != 0 and not ended:
            self._report_for(self._tests[over], status)
            over += 1
        return self._tests[over:] if self._session.job["rest"] == "alone" else []

    def reap(self) -> int:
        """Wait until nothing is left of it; its status."""
        if self._status is None:
            _, self._status = os.waitpid(self._pid, 0)
        return self._status

    def _count(self) -> tuple[int, bool]:
        over, ended = _COUNT.unpack_from(self._over)
        return over, ended

    def _report_for(self, test: Numbered, status: int) -> None:
        number, item = test
        self._session.tell(frames.END, {"over": number}, self._tests[0][0])
        ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit code {os.WEXITSTATUS(status)}"
        self._session.tell(frames.REPORT, {
            "id": item.nodeid, "outcome": "failed", "code": "judge_overloaded", "blame": "candidate",
            "line": "",
            "message": f"what the solution returned was too much for the test to check in time ({ended})",
            "report": "", "stdout": "", "stderr": "", "wall_ms": 0}, number)


def _readable(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _limit_cpu(seconds: float) -> None:
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + int(seconds) + 1, resource.RLIM_INFINITY))


def _run(session: Session, item: pytest.Item, nextitem: pytest.Item | None,
         errors: list[BaseException]) -> tuple[dict[str, Any], bool]:
    """The account of one test, and whether it ended pytest, so that nothing can follow it here."""
    ending: dict[str, Any] = {}
    try:
        # By the hook, which pytest's own plugins wrap: filters of warnings, explanations of assertions.
        item.ihook.pytest_runtest_protocol(item=item, nextitem=nextitem)
    except (KeyboardInterrupt, pytest.exit.Exception) as error:
        ending = ended_by(error)
    if session.remote.processes.have_asked():
        session.remote.refusal(processes.MESSAGE, "author")
    return {"id": item.nodeid, **verdict(session.reports, errors, session.remote), **ending}, bool(ending)


def _be_tests(session: Session, tests: list[Numbered], errors: list[BaseException], turn: int, done: int,
              over: mmap.mmap) -> None:
    """Run one test, or some that share a candidate, when their turn comes, and report each; never returns. done: to be
    written to at the end, for what is left then, the kernel's work on a process that ends, takes as long as a test."""
    code = 1
    channel = session.channel(tests[0][0])
    try:
        limits = session.job["limits"]
        resource.setrlimit(resource.RLIMIT_DATA, (limits["judge_memory"],) * 2)
        threading.stack_size(_STACK)
        session.remote.adopt(channel)
        session.pages.copy(lambda: _readable(turn))
        if not os.read(turn, 1):
            os._exit(0)
        session.remote.sources.begin_test()
        if session.remote.folders is not None:
            session.remote.folders.begin()
        channel.post(frames.BEGIN, frames.to_json({"tests": len(tests), **narrowed([item for _, item in tests])}))
        for count, (number, item) in enumerate(tests, 1):
            _limit_cpu(limits["judge_cpu_seconds"])
            nextitem = tests[count][1] if count < len(tests) else None
            account, ended = _run(session, item, nextitem, errors)
            # What the tests before it left in memory was not this one's: it has the whole of its limit by itself.
            again = count > 1 and session.job["rest"] == "alone" and account["outcome"] == "memory"
            last = nextitem is None or again or ended or session.job["rest"] != "fails" and not session.remote.usable()
            if last:
                session.remote.over = True
                channel.post(frames.END, frames.to_json({"over": number}))
            if not again:
                channel.post(frames.REPORT, frames.to_json(account), number)
            if not last:
                channel.post(frames.NEXT, frames.to_json({"over": number, "test": tests[count][0]}))
            _COUNT.pack_into(over, 0, count - again, last)
            if last:
                break
            session.reports.clear()
            errors.clear()
            session.remote.next_test()
        session.pages.learn()
        if session.remote.folders is not None:
            session.remote.folders.end()
        if not session.remote.is_read() and not any(session.busy[:]):  # what comes for the next test would be lost
            os.write(done, b"d")
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        channel.stop()
        os._exit(code)
