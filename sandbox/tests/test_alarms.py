"""Signals of tests that come while the judge is at work of its own."""

from __future__ import annotations

import signal
from typing import Any

import pytest

from pygrader.judge import alarms


def test_a_signal_that_comes_while_it_is_held() -> None:
    """The guest is told to strike at once, and what the handler raises comes out at the end."""
    def late(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    try:
        with pytest.raises(TimeoutError), alarms.held():
            try:
                signal.raise_signal(signal.SIGALRM)
            except OSError:
                pytest.fail("the handler ran in the judge's own code")
            assert 0 < alarms.due() < 0.1
        assert alarms.due() == 0
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_signal_that_the_solution_heard_of() -> None:
    """The handler runs where the guest strikes, and not again."""
    seen: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: seen.append(number))
    try:
        with alarms.held():
            signal.raise_signal(signal.SIGALRM)
            alarms.strike()
            assert seen == [signal.SIGALRM]
        assert seen == [signal.SIGALRM]
    finally:
        signal.signal(signal.SIGALRM, before)
