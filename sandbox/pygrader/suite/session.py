"""One session of pytest in the process that the submission shares: collects, runs each test, tells of each as it ends.

Whatever shares the process can say anything in the name of this module, so the runner takes all of it as claims, and
holds it against the list of tests that was told before the first of them ran.
"""

from __future__ import annotations

import contextlib
import fnmatch
import os
import pathlib
import resource
import traceback
from collections.abc import Callable, Generator, Iterator
from typing import Any

import _pytest.config
import pytest

from ..guest import kernel
from ..wire.recording import RecordingFixtures
from ..wire.reports import Usage, account, captured, cut
from .fixtures import Files, usage

_ARGUMENTS = ("-q", "-p", "no:cacheprovider", "-p", "no:junitxml", "-p", "no:pastebin", "-p", "no:faulthandler",
              "-p", "no:stepwise", "--continue-on-collection-errors")

Tell = Callable[[str, dict[str, Any]], None]


def run(options: dict[str, Any], folder: str, temporary: str, tell: Tell) -> int:
    """Run the tests that options name (PROTOCOL.md, "RUN") and return pytest's exit code; SystemExit for a run that a
    test cut short. tell takes "collected" or "report", and what there is to tell."""
    plugin = _Plugin(options, folder, tell)
    only = options.get("only")
    places = [folder] if only is None else list(dict.fromkeys(f"{folder}/{node.split('::')[0]}" for node in only))
    arguments = [*_ARGUMENTS, "--rootdir", folder, "--basetemp", temporary, *filter(os.path.exists, places)]
    try:
        config: Any = _pytest.config._prepareconfig(arguments, [plugin])
        code = int(config.hook.pytest_cmdline_main(config=config))
    except _pytest.config.ConftestImportFailure as failure:
        path, (_, error, trace) = failure.args
        text = "".join(traceback.format_exception(type(error), error, trace)).rstrip()
        plugin.could_not_collect(os.path.relpath(path, folder), text, error)
        code = int(pytest.ExitCode.INTERRUPTED)
    except _pytest.config.UsageError as error:
        plugin.could_not_collect("", str(error), error)
        code = int(pytest.ExitCode.USAGE_ERROR)
    if plugin.left:
        raise SystemExit(1)  # what ends a session ends the test that was on
    return code


class _Plugin(RecordingFixtures):
    def __init__(self, options: dict[str, Any], folder: str, tell: Tell) -> None:
        self.left = 0  # tests that have not reported
        self._only = options.get("only")
        self._suite = {f"{folder}/{path}" for path in options["files"]}
        self._modules = options["modules"]
        self._output = options["output"]
        self._folder = folder
        self._tell = tell
        self._collect_errors: list[dict[str, Any]] = []
        self._raised: dict[str, BaseException] = {}   # while collecting, by node id
        self._reports: list[pytest.TestReport] = []  # of the test that is on
        self._errors: list[BaseException] = []

    @pytest.fixture
    def sandbox_files(self, tmp_path_factory: pytest.TempPathFactory) -> Files:
        """Files for the solution to read, as with tests in a container of their own."""
        return Files(tmp_path_factory.mktemp("files"))

    @pytest.fixture
    def sandbox_usage(self) -> Callable[[], contextlib.AbstractContextManager[Usage]]:
        """CPU time and memory of a block, as with tests in a container of their own."""
        return usage

    @pytest.hookimpl(trylast=True)  # type: ignore[misc]  # untyped in pytest 7.2
    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers known."""
        config.addinivalue_line("markers", "task(id): the task of the exercise that the test belongs to")
        config.addinivalue_line("markers", "sandbox_limits(cpu, memory): seconds and bytes for the test")
        config.pluginmanager.unregister(name="terminalreporter")  # nobody reads what it writes

    def pytest_ignore_collect(self, collection_path: pathlib.Path, config: pytest.Config) -> bool | None:
        """Collect the suite, and no tests that were handed in; of the submission its doctests, if the suite asks."""
        if collection_path.is_dir() or str(collection_path) in self._suite:
            return None
        tests = any(fnmatch.fnmatch(collection_path.name, pattern) for pattern in config.getini("python_files"))
        return None if config.getoption("doctestmodules") and not tests else True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected; the session goes on with the rest."""
        if report.failed:
            self._note(report.nodeid, report.longreprtext, self._raised.get(report.nodeid))

    @pytest.hookimpl(hookwrapper=True)  # type: ignore[misc]
    def pytest_make_collect_report(self) -> Generator[None, Any, None]:
        """Keep the exception itself, which pytest takes off the report."""
        outcome = yield
        report = outcome.get_result()
        excinfo = getattr(getattr(report, "call", None), "excinfo", None)
        if excinfo is not None:
            self._raised[report.nodeid] = excinfo.value

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell what was found, then run one test after the other, in the order that was asked for."""
        found: dict[str, pytest.Item] = {}
        for item in session.items:
            found.setdefault(item.nodeid, item)
        items = list(found.values()) if self._only is None else [found[node] for node in self._only if node in found]
        self._tell("collected", {"tests": [{"id": item.nodeid, "task": _task(item)} for item in items],
                                 "errors": self._collect_errors})
        self.left = len(items)
        for item, following in zip(items, [*items[1:], None]):
            self._reports.clear()
            self._errors.clear()
            with _narrowed(item) as overrun:
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            self._tell("report", {**self._account(item), **overrun})
            self.left -= 1
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the reports of the test that is on."""
        self._reports.append(report)

    @pytest.hookimpl(hookwrapper=True)  # type: ignore[misc]
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
        """Keep the exceptions: where they came from says which line of the solution to show."""
        if call.excinfo is not None:
            self._errors.append(call.excinfo.value)
        yield

    def could_not_collect(self, node: str, text: str, error: BaseException) -> None:
        """Tell of a suite of which nothing can be collected."""
        self._note(node, text, error)
        self._tell("collected", {"tests": [], "errors": self._collect_errors})

    def _account(self, item: pytest.Item) -> dict[str, Any]:
        result = account(self._reports)
        printed = sum(len(captured(self._reports, stream).encode(errors="replace")) for stream in ("stdout", "stderr"))
        if result["outcome"] == "passed" and printed > self._output:
            result["outcome"] = "output_limit"
            result["message"] = f"test and solution printed {printed} bytes, more than the {self._output} that may be"
        bad = result["outcome"] not in ("passed", "skipped") and self._errors
        if bad and isinstance(self._errors[0], MemoryError):
            result["outcome"] = "memory"
        return {"id": item.nodeid, "line": self._line(self._errors[0]) if bad else "", **result}

    def _note(self, node: str, text: str, error: BaseException | None) -> None:
        chain: list[BaseException] = []
        while error is not None and error not in chain:
            chain.append(error)
            error = error.__cause__ or error.__context__
        lacking = any(isinstance(link, ImportError) and (link.name or "").partition(".")[0] in self._modules
                      for link in chain)
        line = next(filter(None, map(self._line, chain)), "")
        self._collect_errors.append({
            "id": node, "text": cut(text), "message": cut(text.rpartition("\n")[2].removeprefix("E   "), 500),
            "blame": "candidate" if lacking or line else "author", "line": line})

    def _line(self, error: BaseException) -> str:
        """File and line of the innermost frame of the submission's."""
        found = ""
        for frame, line in traceback.walk_tb(error.__traceback__):
            path = frame.f_code.co_filename
            if path.startswith(f"{self._folder}/") and path not in self._suite:
                found = f"{os.path.relpath(path, self._folder)}:{line}"
        return found


@contextlib.contextmanager
def _narrowed(item: pytest.Item) -> Iterator[dict[str, str]]:
    """Hold a test to its own marker's limits, as far as its process can; what to report where it overran them."""
    own: dict[str, Any] = {}
    for marker in reversed(list(item.iter_markers("sandbox_limits"))):  # the nearest last
        own.update(marker.kwargs)
    overrun: dict[str, str] = {}
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if "memory" in own:
        wanted = kernel.data_size(os.getpid()) + int(own["memory"])
        resource.setrlimit(resource.RLIMIT_DATA, (min(wanted, hard) if hard >= 0 else wanted, hard))
    before = sum(os.times()[:4])
    try:
        yield overrun
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
    used = sum(os.times()[:4]) - before
    if used > own.get("cpu", float("inf")):
        overrun.update(outcome="timeout", message=f"used {used:.1f} s of CPU time, more than its own {own['cpu']} s")


def _task(item: pytest.Item) -> str:
    marker = item.get_closest_marker("task")
    return str(marker.args[0]) if marker and marker.args else ""
