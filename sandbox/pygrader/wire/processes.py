"""Processes as the kernel lists them, for whoever supervises others: the judge's zygote and the guest's supervisor."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
from collections.abc import Iterator

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)

IN_CONTAINER = os.getpid() == 1


def prctl(option: int, value: int, pointer: ctypes.c_void_p | None = None) -> int:
    """prctl(2). OSError where the kernel refuses."""
    answer = int(_libc.prctl(option, ctypes.c_ulong(value), pointer, 0, 0))
    if answer < 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")
    return answer


def hide_memory(hidden: bool) -> None:
    """Whether processes of the same user are kept from this one's memory and descriptors."""
    prctl(_PR_SET_DUMPABLE, 0 if hidden else 1)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends, as PID 1 is."""
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


@contextlib.contextmanager
def shown() -> Iterator[None]:
    """While this process's own /proc entries can be opened, which takes that its memory is not hidden."""
    hidden = prctl(_PR_GET_DUMPABLE, 0) == 0
    hide_memory(False)
    try:
        yield
    finally:
        hide_memory(hidden)


def read(path: str) -> str:
    """The text of a file of /proc, "" where it is gone."""
    try:
        with open(path, encoding="ascii") as file:
            return file.read()
    except OSError:
        return ""


class Process:
    """One line of the process table."""

    def __init__(self, pid: int, stat: str) -> None:
        fields = stat.rpartition(")")[2].split()
        self.pid = pid
        self.zombie = fields[0] in "ZX"
        self.parent = int(fields[1])
        self.cpu_seconds = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def others() -> list[Process]:
    """Every process that this one supervises: in a container all others, elsewhere its descendants."""
    own = os.getpid()
    waiting = [int(name) for name in os.listdir("/proc") if name.isdigit()] if IN_CONTAINER else _children(own)
    found = []
    while waiting:
        pid = waiting.pop()
        stat = read(f"/proc/{pid}/stat") if pid != own else ""
        if stat:
            found.append(Process(pid, stat))
        if not IN_CONTAINER:
            waiting += _children(pid)
    return found


def _children(pid: int) -> list[int]:
    """The children of a process, where the kernel lists them (CONFIG_PROC_CHILDREN, which distributions set)."""
    try:
        tasks = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []
    return [int(child) for task in tasks for child in read(f"/proc/{pid}/task/{task}/children").split()]


def end(pid: int) -> None:
    """Kill a process, if it is still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def reap(ended: list[Process]) -> None:
    """Take leave of those among them that are this process's own and have ended."""
    for process in ended:
        if process.zombie and process.parent == os.getpid():
            try:
                os.waitpid(process.pid, os.WNOHANG)
            except ChildProcessError:
                pass
