"""A process that runs the submission's code, seen from the supervisor: what it may still use, and how it ended."""

from __future__ import annotations

import os
import resource
import time
from typing import Any

from ..wire.ends import End
from . import kernel
from .peer import Peer


_ADOPTION_SECONDS = 0.2  # for a candidate to become this process's child; a hostile template keeps it for itself
_CPU_SLACK = 30        # seconds
_END_SECONDS = 5.0    # for a killed one to be reaped


class Worker:
    """The template or a candidate. usage is None until it has ended and was reaped."""

    def __init__(self, pid: int, peer: Peer) -> None:
        self.pid = pid
        self.peer = peer
        self.exit = End(pid)
        self.channel = 0
        self.owed = 0            # answers; but for its threads' own requests it may send nothing else
        self._left = 0
        self.reason = ""         # why it was ended
        self.usage: tuple[int, resource.struct_rusage] | None = None  # once it has ended
        self._peak = 0           # bytes, of before the kernel's count began anew
        self.cpu_before = 0.0
        self.oom_before = 0
        self.begun = 0.0
        self.cpu_limit = 0.0
        self._limits = 0.0, 0.0  # seconds of CPU and wall time for a test
        self.data_limit = float("inf")  # bytes, where the kernel does not hold it
        self.wall_left = 0.0
        self.deadline = float("inf")  # only while it works: the tests' own time is not its

    def budget(self, channel: int, cpu: float, wall: float, accounts: kernel.Accounts) -> None:
        """Start counting, with an answer owed only where the other side has asked for one."""
        self.channel = channel
        self._limits = cpu, wall
        self.renew(accounts)

    def renew(self, accounts: kernel.Accounts) -> None:
        """Start counting from nothing."""
        self.begun = time.monotonic()
        self.deadline = float("inf")
        self._left = self.owed  # to threads of a test that is over, which nobody waits for
        self.cpu_limit, self.wall_left = self._limits
        self.cpu_before, self.oom_before = accounts.cpu_seconds(), accounts.oom_kills()
        self.peer.printed = 0
        self._peak = 0

    def work(self) -> None:
        """It owes one more answer from now on."""
        self.owed += 1
        if self.owed == self._left + 1:
            self.deadline = time.monotonic() + self.wall_left

    def rest(self) -> None:
        """It has answered."""
        self.owed -= 1
        self._left = min(self._left, self.owed)
        if self.owed == self._left and self.deadline < float("inf"):
            self.wall_left = self.deadline - time.monotonic()
            self.deadline = float("inf")

    def limit(self, by_kernel: bool, data: int, cpu: float | None) -> None:
        """Limits from outside: bytes of data, seconds of CPU time (None: no limit), no core files. The kernel's of CPU
        time is looser: it knows nothing of what messages grant.

        RLIMIT_DATA gives a real MemoryError, and leaves thread stacks' address space alone. by_kernel: the kernel
        holds that limit too.
        """
        if not by_kernel:
            self.data_limit = data
        seconds = resource.RLIM_INFINITY if cpu is None else int(cpu) + _CPU_SLACK
        for name, value in ((resource.RLIMIT_DATA, data), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
            try:
                resource.prlimit(self.pid, name, (value, value))
            except (ProcessLookupError, PermissionError):
                return

    def used(self, accounts: kernel.Accounts) -> dict[str, Any]:
        """The answer to USAGE: what it has used until now. The next one's peak begins here, where the kernel can."""
        peak = kernel.peak_memory(self.pid)
        self._peak = max(self._peak, peak)
        kernel.forget_peak(self.pid)
        return {"cpu_seconds": max(0.0, accounts.cpu_seconds() - self.cpu_before), "peak_memory": peak,
                "memory": kernel.memory(self.pid)}

    def facts(self, accounts: kernel.Accounts) -> dict[str, Any]:
        """What the kernel says of it, as a rule once it has ended (PROTOCOL.md, frame FACTS)."""
        status = self.usage[0] if self.usage else None
        peak = max(self._peak, self.usage[1].ru_maxrss * 1024 if self.usage else kernel.peak_memory(self.pid))
        cpu = max(0.0, accounts.cpu_seconds() - self.cpu_before)
        reason = self.reason or ("cpu" if cpu > self.cpu_limit > 0 else "")
        if accounts.oom_kills() > self.oom_before and reason in ("", "protocol"):
            reason = "memory"
        return {
            "reason": reason, "exit": os.WEXITSTATUS(status) if status is not None and os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else None,
            "cpu_ms": round(1000 * cpu),
            "wall_ms": round(1000 * (time.monotonic() - self.begun)), "peak_memory_bytes": peak}

    def end(self) -> None:
        """Kill it if it still runs, and reap it."""
        try:
            self.exit.bring()
        except ProcessLookupError:
            pass
        deadline = time.monotonic() + _END_SECONDS
        adoption = time.monotonic() + _ADOPTION_SECONDS
        while time.monotonic() < deadline:
            self.exit.comes(0.5)
            try:
                pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            except ChildProcessError:  # its first parent has not gone yet, or it is nobody's child any more
                if not os.path.exists(f"/proc/{self.pid}") or time.monotonic() > adoption:
                    break
                continue
            if pid:
                self.usage = status, usage
                break
        if self.usage is None:
            self.usage = 9, resource.getrusage(resource.RUSAGE_CHILDREN)
