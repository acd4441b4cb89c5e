"""The end of another process: waited for, and brought about.

As a rule by a descriptor of it (pidfd_open(2), Linux 5.3), which an event loop can watch. gVisor's kernel has no such
call: there whoever waits looks again and again.
"""

from __future__ import annotations

import errno
import os
import select
import signal
import time

_LOOK = 0.001  # seconds between two looks


class End:
    """Of a child, or of a process that is about to become one. descriptor: readable once it has ended, or -1."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        try:
            self.descriptor = os.pidfd_open(pid)
        except OSError as error:
            if error.errno != errno.ENOSYS:
                raise
            self.descriptor = -1

    def comes(self, seconds: float, told: int = -1) -> bool:
        """Whether the process has ended, or does within so many seconds. It is not reaped.

        told: a descriptor that becomes readable when waiting is of no use any more; no promise that this is noticed.
        """
        if self.descriptor >= 0:
            poll = select.poll()
            poll.register(self.descriptor, select.POLLIN)
            if told >= 0:
                poll.register(told, select.POLLIN)
            return bool(poll.poll(1000 * seconds))
        deadline = time.monotonic() + seconds
        while not self._came():
            if time.monotonic() >= deadline:
                return False
            time.sleep(_LOOK)
        return True

    def _came(self) -> bool:
        try:
            return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        except ChildProcessError:  # not its parent yet, or not any more
            return not os.path.exists(f"/proc/{self._pid}")

    def bring(self) -> None:
        """Kill the process. ProcessLookupError where it is gone.

        A number stands for the same process until its parent has reaped it. Where that is a hostile template, which
        could give it to another, that other is one of the guest's as well.
        """
        if self.descriptor >= 0:
            signal.pidfd_send_signal(self.descriptor, signal.SIGKILL)
        else:
            os.kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        """Watch it no more."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
