"""Refusals, deaths and protocol faults: what no test can turn into a pass (REMOTE.md, "Refusals, deaths, verdicts").

Each derives from pytest's own Failed and is recorded when it is made; the plugin lets the record decide.
"""

from __future__ import annotations

from typing import Any

import _pytest.outcomes


class Fault(_pytest.outcomes.Failed):
    """Ends a test without a pass. code is stable, blame is "candidate" or "author"."""

    def __init__(self, record: Record, code: str, message: str, blame: str) -> None:
        super().__init__(message, pytrace=True)
        self.code = code
        self.blame = blame
        record.add(self)


class CannotCross(Fault):
    """Something that may not cross between the tests and the solution."""


class Died(Fault):
    """The candidate ended, or was ended, before its test did."""

    def __init__(self, record: Record, facts: dict[str, Any], message: str) -> None:
        super().__init__(record, str(facts.get("reason") or "crashed"), message, "candidate")
        self.facts = facts


class BadMessage(Fault):
    """The guest sent what is not a message."""


class Record:
    """What happened during one test that decides its verdict, in order; the first decides."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.assertions: list[BaseException] = []

    def add(self, fault: Fault) -> None:
        """Enter a fault."""
        self.faults.append(fault)

    def first(self) -> BaseException | None:
        """What overrides the test's own report, if anything."""
        return (self.faults + self.assertions)[0] if self.faults or self.assertions else None


_DEATHS = {
    "cpu": "the solution used up its CPU time{during}",
    "wall": "the solution did not answer in time{during}",
    "memory": "the solution ran out of memory and was ended{during}",
    "output": "the solution printed more than it may{during}",
    "too_large": "the solution sent more at once than may cross{during}",
    "protocol": "the solution wrote to the connection that carries its answers{during}",
    "lost": "the process that holds the loaded solution was ended",
}


def describe_death(facts: dict[str, Any], during: str) -> str:
    """One sentence on how a candidate ended, from the supervisor's facts."""
    during = f" during {during}" if during else ""
    reason = facts.get("reason")
    if reason in _DEATHS:
        return _DEATHS[reason].format(during=during)
    if facts.get("signal"):
        return f"the solution's process was ended by signal {facts['signal']}{during}"
    return f"the solution ended its own process with exit code {facts.get('exit')}{during}"
