"""The pytest plugin: collects once, then runs each test in a fork of its own, paired with one of the template."""

from __future__ import annotations

import mmap
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Generator
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from ..wire import frames
from .files import SandboxFiles
from .remote import Channel, Remote
from .verdict import collect_error, verdict

DESYNCHRONISED = 97  # exit code of a session whose stream can't be trusted any more


class Session:
    """One JOB: the streams, the limits, and what to run."""

    def __init__(self, job: dict[str, Any], read_fd: int, write_fd: int) -> None:
        self.job = job
        self.busy = mmap.mmap(-1, 1)  # shared with the forks
        self._read_fd, self._write_fd = read_fd, write_fd
        self.remote = Remote(self.channel(job["channel"]))

    def channel(self, number: int) -> Channel:
        """The channel of a test."""
        return Channel(self._read_fd, self._write_fd, self.busy, number)

    def tell(self, kind: int, value: Any, channel: int = 0) -> None:
        """Send a control frame to the runner."""
        frames.write_frame(self._write_fd, kind, channel, frames.to_json(value))


class Plugin:
    """Hooks of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._collect_errors: list[dict[str, Any]] = []
        self._errors: list[BaseException] = []

    @pytest.fixture
    def sandbox_files(self) -> SandboxFiles:
        """Files in the guest: write(name, data) gives a path there, read(path) what the solution left."""
        return SandboxFiles(self._session.remote)

    @pytest.hookimpl(trylast=True)  # type: ignore[misc]
    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers known."""
        config.addinivalue_line("markers", "task(id): the task of the exercise that the test belongs to")
        # Its options are needed, its output is not: nobody reads it, and it costs a third of a small session.
        config.pluginmanager.unregister(name="terminalreporter")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected; the session goes on with the rest."""
        if report.failed:
            error = getattr(getattr(report, "call", None), "excinfo", None)
            self._collect_errors.append(collect_error(
                report, error.value if error else None, self._session.remote, self._session.job["modules"]))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell what was found, then run each test in its fork."""
        only = self._session.job.get("only")
        items = [item for item in session.items if only is None or item.nodeid in only]
        self._session.tell(frames.COLLECTED, {
            "tests": [{"id": item.nodeid, "task": _task(item)} for item in items], "errors": self._collect_errors})
        if self._session.job.get("collect_only"):
            return True
        for number, item in enumerate(items, self._session.job["channel"] + 1):
            _run_forked(self._session, item, number, self._errors)
        return True

    @pytest.hookimpl(hookwrapper=True)  # type: ignore[misc]  # untyped in pytest 7.2
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
        """Keep the exceptions themselves: where they came from decides outcome and blame."""
        yield
        if call.excinfo is not None:
            self._errors.append(call.excinfo.value)


def _task(item: pytest.Item) -> str:
    marker = item.get_closest_marker("task")
    return str(marker.args[0]) if marker and marker.args else ""


def _run_forked(session: Session, item: pytest.Item, number: int, errors: list[BaseException]) -> None:
    """Run one test in a fork, which reports for itself; report for it when it ends in another way."""
    limits = session.job["limits"]
    pid = os.fork()
    if pid == 0:
        _be_test(session, item, number, errors)
    handle = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    if not poll.poll(1000 * limits["judge_wall_seconds"]):
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    os.close(handle)
    _, status = os.waitpid(pid, 0)
    if status == 0:
        return
    if session.busy[0]:
        sys.stderr.write(f"the judge's fork of {item.nodeid} was ended within a frame\n")
        os._exit(DESYNCHRONISED)
    channel = session.channel(number)
    channel.post(frames.END, b"")
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit code {os.WEXITSTATUS(status)}"
    channel.post(frames.REPORT, frames.to_json({
        "id": item.nodeid, "outcome": "failed", "code": "judge_overloaded", "blame": "candidate", "line": "",
        "message": f"what the solution returned was too much for the test to check in time ({ended})",
        "report": "", "stdout": "", "stderr": "", "wall_ms": 0}))


def _be_test(session: Session, item: pytest.Item, number: int, errors: list[BaseException]) -> None:
    """Run one test and report it; never returns."""
    code = 1
    try:
        limits = session.job["limits"]
        cpu = int(limits["judge_cpu_seconds"]) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
        resource.setrlimit(resource.RLIMIT_DATA, (limits["judge_memory"],) * 2)
        channel = session.channel(number)
        session.remote.adopt(channel)
        channel.post(frames.BEGIN, b"{}")
        reports = runtestprotocol(item, log=False, nextitem=None)
        account = verdict(reports, errors, session.remote)
        account["id"] = item.nodeid
        channel.post(frames.END, b"")
        channel.post(frames.REPORT, frames.to_json(account))
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)
