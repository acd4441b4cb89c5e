"""From pytest's reports and the record of a test to the verdict that the runner gets (PROTOCOL.md, "REPORT")."""

from __future__ import annotations

import os
import pathlib
import re
import traceback
import types
from typing import Any

import _pytest.outcomes
import pytest
from _pytest.config import ConftestImportFailure
from _pytest.fixtures import FixtureLookupError

from ..wire import exceptions
from ..wire.reports import account, cut
from . import suite_files
from .faults import Died, Fault
from .remote import Remote

_DEATHS = {"cpu": "timeout", "wall": "timeout", "memory": "memory", "output": "output_limit", "too_large": "failed"}
_LINE = re.compile(r'^  File "([^"\n]+)", line (\d+)', re.MULTILINE)
_MACHINERY = re.compile(
    r"^<frozen importlib[^\n]*\n    \?\?\?\n?|^\S*/importlib/__init__\.py:\d+: in import_module\n    .*\n?"
    r"|^Hint: make sure your test modules[^\n]*\n?", re.MULTILINE)


def hide_frames(error: BaseException) -> None:
    """Take our frames out of what led to an error: pytest itself hides them in the last exception of a chain alone."""
    seen: list[BaseException] = [error]
    while (earlier := seen[-1].__cause__ or seen[-1].__context__) is not None and earlier not in seen:
        shown = []
        trace = earlier.__traceback__
        while trace is not None:
            if not trace.tb_frame.f_globals.get("__tracebackhide__"):
                shown.append(trace)
            trace = trace.tb_next
        kept: types.TracebackType | None = None
        for entry in reversed(shown):
            kept = types.TracebackType(kept, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
        earlier.__traceback__ = kept
        seen.append(earlier)


def verdict(reports: list[pytest.TestReport], errors: list[BaseException], remote: Remote) -> dict[str, Any]:
    """The account of one test. errors are the exceptions of its phases, in order."""
    result: dict[str, Any] = {
        **account(reports), "code": "", "blame": "", "line": "",
        "probed": remote.probed, "surface": remote.surface.used() if remote.surface is not None else None,
    }
    override = remote.record.first()
    error = override or (errors[0] if errors else None)
    traces = (getattr(link, "_pygrader_trace", "") for link in exceptions.chain(error))
    trace = next(filter(None, traces), "")
    if trace:
        result["report"] = cut(f"{result['report']}\n\nIn the solution:\n{trace}".strip())
        result["line"] = candidate_line(trace)
    if override is not None:
        result["outcome"] = "failed"
        result["message"] = cut(str(override).split("\n")[0], 500)
        result["report"] = result["report"] or cut(str(override))
    if result["outcome"] in ("passed", "skipped"):
        return result
    if remote.unheard:
        names = ", ".join(sorted(remote.unheard))
        unheard = (f"What objects of {names} say of their being equal to plain data was not heard: that takes a "
                   "reference that needs it.")
        result["report"] = cut(f"{result['report']}\n\n{unheard}".strip())
    # A test that fails without a word of the candidate's, while it was collected or since, fails by itself.
    result["blame"] = "candidate" if remote.heard() or override is not None else "author"
    result["code"] = "test_failed" if result["outcome"] == "failed" else "fixture_failed"
    if isinstance(error, FixtureLookupError):
        result["blame"], result["message"] = "author", _lacking_fixture(error)
    if isinstance(override, Fault):
        result["code"], result["blame"] = override.code, override.blame
    if isinstance(override, Died):
        result["outcome"] = _DEATHS.get(override.code, "crashed")
        result["lost"] = override.code == "lost"
    elif isinstance(error, MemoryError) and trace:
        result["outcome"], result["code"] = "memory", "memory_error"
    return result


def _lacking_fixture(error: FixtureLookupError) -> str:
    """What to say of a fixture that is in no file of the suite."""
    return (f"there is no fixture {error.argname!r}: a conftest.py that has it is not in the suite (give the folder "
            "that holds both), or a plug-in of pytest's has it, of which the sandbox has none")


def ended_by(error: BaseException) -> dict[str, Any]:
    """What changes in the account of a test that ends pytest itself, which no submission can have it do."""
    kind = "pytest.exit()" if isinstance(error, _pytest.outcomes.Exit) else type(error).__name__
    message = f"the test called for {kind}, which ends pytest"
    return {"outcome": "failed", "code": "test_failed", "blame": "author", "message": message}


def collect_error(report: pytest.CollectReport, error: BaseException | None, remote: Remote,
                  modules: list[str]) -> dict[str, Any]:
    """The account of a file that could not be collected: the candidate's where its code, or a name that it lacks, was
    the cause; else the author's."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    fault = next((link for link in chain if isinstance(link, Fault)), None)
    traced = next((link for link in chain if "_pygrader_foreign" in getattr(link, "__dict__", ())), None)
    lacking = next((link for link in chain if isinstance(link, ImportError)
                    and (link.name or "").partition(".")[0] in modules), None)
    trace = getattr(traced, "_pygrader_trace", "")
    cause = fault or traced or lacking
    text = _MACHINERY.sub("", report.longreprtext).replace(os.getcwd() + "/", "")
    own = None if cause else next((link for link in chain if isinstance(link, ModuleNotFoundError) or isinstance(
        link, SyntaxError) and str(link.filename).startswith(os.getcwd())), None)
    tops = frozenset(modules)
    over = (link for link in chain if not own and suite_files.is_over_submission(link, os.getcwd(), tops))
    at_fault = cause or next(over, None)
    return {
        "id": report.nodeid, "text": cut(f"{text}\n\nIn the solution:\n{trace}" if trace else text),
        "message": cut(_headline(at_fault) if at_fault else _own_fault(own) if own else text.rpartition("\n")[2], 500),
        "blame": fault.blame if fault else "candidate" if at_fault else "author", "certain": own is not None,
        "line": candidate_line(trace)}


def _own_fault(error: BaseException) -> str:
    """What to say of a file of the suite that no submission could help."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        top = error.name.partition(".")[0]
        return (f"it imports {error.name!r}, which is neither in the suite nor in the sandbox; if it is the solution, "
                f"name it with --entry {top}.py")
    return _headline(error)


def start_error(error: BaseException, remote: Remote) -> dict[str, Any]:
    """The account of a suite with whose configuration pytest does not start."""
    text = (str(error) or type(error).__name__).replace(os.getcwd() + "/", "").strip()
    lines = text.split("\n")
    said = next((line.partition("error: ")[2] for line in lines if "error: " in line), lines[-1])
    heard = remote.heard()
    return {"id": "the configuration of pytest", "text": cut(text), "message": cut(said, 500),
            "blame": "candidate" if heard else "author", "certain": not heard, "line": ""}


def conftest_error(failure: ConftestImportFailure, remote: Remote, modules: list[str]) -> dict[str, Any]:
    """The same of a conftest.py, which pytest imports before it collects anything."""
    path, (_, error, trace) = failure.args
    frames = [frame for frame in traceback.extract_tb(trace) if frame.filename.startswith(os.getcwd())]
    lines = [*traceback.format_list(frames), *traceback.format_exception_only(error)]
    text = "".join(lines).replace(os.getcwd() + "/", "")
    report: Any = types.SimpleNamespace(nodeid=pathlib.Path(path).name, longreprtext=text.rstrip())
    return collect_error(report, error, remote, modules)


def _headline(error: BaseException) -> str:
    text = str(error).partition("\n")[0]
    return text if isinstance(error, Fault) else f"{type(error).__name__}: {text}"


def candidate_line(trace: str) -> str:
    """File and line of the innermost frame in a traceback of the guest."""
    found = _LINE.findall(trace)
    return f"{found[-1][0]}:{found[-1][1]}" if found else ""
