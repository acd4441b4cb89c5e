"""The end of a process is seen and brought about alike with a descriptor of it and, as under gVisor, without."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from pygrader.wire.ends import End

SOON = 60.0  # seconds that nothing here needs


@pytest.fixture(params=["with a descriptor", "without"])
def pid(request: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A child that waits for a signal; the fixture reaps it."""
    if request.param == "without":
        def lacking(_: int) -> int:
            raise OSError(errno.ENOSYS, "Function not implemented")
        monkeypatch.setattr(os, "pidfd_open", lacking)
    child = os.fork()
    if child == 0:
        signal.pause()
        os._exit(0)
    yield child
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


def test_who_runs_has_not_ended(pid: int) -> None:
    """Nobody waits for what has not happened."""
    end = End(pid)
    assert not end.comes(0)
    end.close()


def test_an_end_is_brought_and_seen_and_left_to_reap(pid: int) -> None:
    """Whoever looks does not take the process's account from who reaps it."""
    end = End(pid)
    end.bring()
    assert end.comes(SOON)
    assert end.comes(0)
    reaped, status = os.waitpid(pid, 0)
    assert (reaped, os.WTERMSIG(status)) == (pid, signal.SIGKILL)
    end.close()


def test_who_is_gone_cannot_be_ended(pid: int) -> None:
    """A process that was reaped has ended, and is told from one that can be killed."""
    end = End(pid)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert end.comes(0)
    with pytest.raises(ProcessLookupError):
        end.bring()
    end.close()


def test_other_failures_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a kernel that has no descriptors of processes is worked around."""
    def full(_: int) -> int:
        raise OSError(errno.EMFILE, "Too many open files")
    monkeypatch.setattr(os, "pidfd_open", full)
    with pytest.raises(OSError, match="Too many"):
        End(os.getpid())
