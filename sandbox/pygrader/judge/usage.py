"""The fixture `sandbox_usage`: what calls of the solution cost, as the guest's kernel has it (DESIGN.md, "Probes")."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from ..wire import frames
from ..wire.reports import Usage
from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's


class SandboxUsage:
    """Measures the solution's process from outside. CPU time is that of all it started; its memory is its own, and one
    that knows of this can hide a peak, in a child or by having the kernel forget it."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote

    @contextlib.contextmanager
    def __call__(self) -> Iterator[Usage]:
        """A with block, whose Usage is filled in at its end; it stays zero where the solution's process has ended."""
        usage = Usage()
        before = self._remote.answer(frames.USAGE)
        try:
            yield usage
        finally:
            after = self._remote.answer(frames.USAGE)
            if before and after:
                usage.cpu_seconds = after["cpu_seconds"] - before["cpu_seconds"]
                usage.peak_memory = max(0, after["peak_memory"] - before["memory"])
