"""What the supervisor asks of the kernel: process attributes, seccomp, accounts of time and memory."""

from __future__ import annotations

import ctypes
import mmap
import os
import platform
import resource
import signal
import struct
import time

from ..wire.processes import IN_CONTAINER, others, prctl, read

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_libc = ctypes.CDLL(None, use_errno=True)

_CLONE = {"x86_64": (56, False), "aarch64": (220, True)}  # its number, and whether the fourth argument is the TLS
_CLONE_FLAGS = 0x00008000 | 0x00200000 | 0x01000000 | signal.SIGCHLD  # PARENT, CHILD_CLEARTID, CHILD_SETTID
_PR_GET_TID_ADDRESS = 40
_with_gil = ctypes.PyDLL(None, use_errno=True)


def fork_sibling() -> int:
    """As os.fork, but the child's parent is this process's own, as clone(2) does with CLONE_PARENT.

    Only for a process of one thread. OSError where the kernel lacks something. The C library keeps the thread's id
    where the kernel is told to write the child's; the interpreter is told of the fork as os.fork does.
    """
    number, swapped = _CLONE.get(platform.machine(), (0, False))
    address = ctypes.c_void_p()
    if not number or _libc.prctl(_PR_GET_TID_ADDRESS, ctypes.byref(address), 0, 0, 0) != 0 or not address.value:
        raise OSError("no clone(2) with the parent's parent")
    last = (None, address) if swapped else (address, None)
    api = ctypes.pythonapi
    api.PyOS_BeforeFork()
    pid = int(_with_gil.syscall(ctypes.c_long(number), ctypes.c_ulong(_CLONE_FLAGS), None, None, *last))
    if pid == 0:
        api.PyOS_AfterFork_Child()
        return 0
    failure = ctypes.get_errno()
    api.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(failure, "clone")
    return pid


# Calls that reach other processes of the same user, and which argument must be 0, "myself"; two for a class and an id.
_REACHING = {
    "x86_64": (0xC000003E, {302: (0,), 142: (0,), 144: (0,), 203: (0,), 314: (0,), 141: (0, 1), 251: (1,)}),
    "aarch64": (0xC00000B7, {261: (0,), 118: (0,), 119: (0,), 122: (0,), 274: (0,), 140: (0, 1), 30: (1,)}),
}
# Calls that signal the process, or get hold of the process, that their first argument names. Linux keeps signals of its
# own descendants from PID 1; gVisor's kernel does not, and a supervisor that was stopped would end nothing any more.
_SIGNALLING = {"x86_64": (62, 200, 234, 129, 297, 434), "aarch64": (129, 130, 131, 138, 240, 434)}
_NOT_SIGNALLED = (1, 0xFFFFFFFF)  # PID 1, and everyone
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _EPERM = 0x7FFF0000, 0x00050001


def _filter() -> bytes:
    """A BPF program that lets prlimit, priority and scheduling calls reach only their caller, and no signal PID 1.

    Layout of seccomp_data: number at 0, architecture at 4, arguments of eight bytes from 16 (linux/seccomp.h).
    """
    entry = _REACHING.get(platform.machine())
    if entry is None:
        return b""
    architecture, calls = entry

    def step(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
        return struct.pack("HBBI", code, true, false, value)
    program = [step(_LOAD, 4), step(_EQUAL, architecture, 1, 0), step(_RETURN, _EPERM), step(_LOAD, 0)]
    for number, arguments in calls.items():
        checks = []
        for argument in arguments:
            checks += [step(_LOAD, 16 + 8 * argument), step(_EQUAL, 0, 1, 0), step(_RETURN, _EPERM)]
        checks.append(step(_RETURN, _ALLOW))
        program += [step(_EQUAL, number, 0, len(checks)), *checks]
    for number in _SIGNALLING[platform.machine()]:
        checks = [step(_LOAD, 16)]
        for pid in _NOT_SIGNALLED:
            checks += [step(_EQUAL, pid, 0, 1), step(_RETURN, _EPERM)]
        checks.append(step(_RETURN, _ALLOW))
        program += [step(_EQUAL, number, 0, len(checks)), *checks]
    program.append(step(_RETURN, _ALLOW))
    return b"".join(program)


def confine() -> None:
    """Keep this process and its descendants from changing limits or priority of others, and from signals to PID 1."""
    program = _filter()
    if not program:
        return
    code = ctypes.create_string_buffer(program)
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code)))
    prctl(_PR_SET_NO_NEW_PRIVS, 1)
    prctl(_PR_SET_SECCOMP, 2, ctypes.cast(header, ctypes.c_void_p))


def _field(text: bytes, name: bytes) -> int:
    for line in text.splitlines():
        if line.startswith(name + b" "):
            return int(line.split()[1])
    return 0


class Accounts:
    """CPU time and OOM kills of everything in the container but this process.

    From the cgroup (v1 or v2) where there is one to read; else, as under gVisor, from the processes themselves.
    """

    def __init__(self) -> None:
        root = "/sys/fs/cgroup"
        self._nanoseconds = _open(f"{root}/cpuacct/cpuacct.usage")
        self._cpu = _open(f"{root}/cpu.stat")
        self._oom = _open(f"{root}/memory/memory.oom_control", f"{root}/memory.events")

    def cpu_seconds(self) -> float:
        """CPU time so far; only differences mean something."""
        if self._nanoseconds >= 0:
            return int(os.pread(self._nanoseconds, 32, 0)) / 1e9 - time.process_time()
        if self._cpu >= 0:
            return _field(os.pread(self._cpu, 4096, 0), b"usage_usec") / 1e6 - time.process_time()
        usage = os.times()
        alive = sum(process.cpu_seconds for process in others() if process.pid != os.getpid())
        return usage.children_user + usage.children_system + alive

    def oom_kills(self) -> int:
        """Processes that the kernel has ended for memory. inspect's OOMKilled says nothing of others than PID 1."""
        return _field(os.pread(self._oom, 4096, 0), b"oom_kill") if self._oom >= 0 else 0


def _open(*paths: str) -> int:
    """A descriptor of the first of the files that is there in a container, -1 for none."""
    for path in paths if IN_CONTAINER else ():
        try:
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            continue
    return -1


def data_size(pid: int) -> int:
    """Bytes of private writable memory of a process: what RLIMIT_DATA counts."""
    return _status(pid, "VmData:")


def limits_data() -> bool:
    """Whether the kernel holds processes to RLIMIT_DATA. gVisor's counts what it would limit, and does not."""
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (mmap.PAGESIZE, before[1]))  # far less than there is already
    try:
        mmap.mmap(-1, mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
    except (OSError, MemoryError):
        return True
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
    return False


def peak_memory(pid: int) -> int:
    """The most bytes that a process has had in memory so far."""
    return _status(pid, "VmHWM:")


def forget_peak(pid: int) -> None:
    """Have peak_memory count from now on, where the kernel lets this process (proc(5), clear_refs)."""
    try:
        with open(f"/proc/{pid}/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def memory(pid: int) -> int:
    """Bytes that a process has in memory."""
    return _status(pid, "VmRSS:")


def _status(pid: int, field: str) -> int:
    for line in read(f"/proc/{pid}/status").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) * 1024
    return 0


def threads(pid: int) -> int:
    """How many threads a process has."""
    try:
        return len(os.listdir(f"/proc/{pid}/task"))
    except OSError:
        return 0


def descriptors(pid: int) -> int:
    """How many descriptors a process has open."""
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return -1
