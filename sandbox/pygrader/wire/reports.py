"""What pytest's reports of one test say, in the words of REPORT (PROTOCOL.md): for whoever runs pytest.

Nothing here imports pytest: the guest's supervisor has no use for it, and what it imports is in every candidate.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

MAX_TEXT = 64 << 10
_ADVICE = re.compile(r"\n(?:E +)?Use -v to get [^\n]*diff(?=\n|$)|, use '?-vv'? to show")
"""What pytest says of its own flags, which nobody who reads a report can give."""


@dataclasses.dataclass
class Usage:
    """What a block of a test cost the solution: seconds of CPU time, and bytes of memory on top of what it had."""

    cpu_seconds: float = 0.0
    peak_memory: int = 0


def cut(text: str, most: int = MAX_TEXT) -> str:
    """text, its middle left out where it is too long."""
    if len(text) <= most:
        return text
    return f"{text[:most // 2]}\n… {len(text) - most} characters left out …\n{text[-most // 2:]}"


def account(reports: list[pytest.TestReport]) -> dict[str, Any]:
    """Outcome, message, texts and time of one test, from the reports of its phases in order."""
    result = {
        "outcome": _outcome(reports), "message": "",
        "report": cut(_ADVICE.sub("", "\n".join(report.longreprtext for report in reports if report.failed))),
        "stdout": cut(captured(reports, "stdout")), "stderr": cut(captured(reports, "stderr")),
        "wall_ms": round(1000 * sum(report.duration for report in reports)),
    }
    if result["outcome"] == "skipped":
        why = f"a skipped test earns nothing, unless a reference skips it too: {_reason(reports)}"
        result["message"] = cut(why, 500)
    elif result["outcome"] != "passed":
        result["message"] = _sentence(reports)
    return result


def captured(reports: list[pytest.TestReport], stream: str) -> str:
    """What pytest kept of a stream in all phases."""
    return "".join(text for report in reports[-1:] for title, text in report.sections
                   if title.startswith(f"Captured {stream}"))


def _outcome(reports: list[pytest.TestReport]) -> str:
    if any(report.failed for report in reports):
        return "failed" if any(report.failed and report.when == "call" for report in reports) else "error"
    if any(report.skipped for report in reports) or not any(report.when == "call" for report in reports):
        return "skipped"
    return "passed"


def _reason(reports: list[pytest.TestReport]) -> str:
    """Why pytest skipped a test, or that it was expected to fail."""
    for report in reports:
        if report.skipped:
            told = getattr(report, "wasxfail", None)
            return f"expected to fail {told}".strip() if told is not None else str(report.longrepr[2])  # type: ignore
    return ""


def _sentence(reports: list[pytest.TestReport]) -> str:
    for report in reports:
        crash = getattr(report.longrepr, "reprcrash", None)
        if report.failed:
            text = crash.message if crash is not None else report.longreprtext.rpartition("\n")[2]
            return cut(text.split("\n")[0], 500)
    return ""
