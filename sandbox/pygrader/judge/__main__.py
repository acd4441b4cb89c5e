"""The judge: a zygote that imports pytest once and keeps a primed child at hand for the next session.

The child whose turn it is owns the container's stream until its session is over.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import json
import os
import pathlib
import select
import shutil
import signal
import sys
import tempfile
import traceback

from .. import bundle

gc.disable()  # nothing of what is imported now is ever garbage
bundle.install("/usr/lib/pygrader/judge.bundle")

from ..wire import frames, processes  # noqa: E402 (after the bundle, which serves it)
from ..wire.ends import End  # noqa: E402
from .channel import DESYNCHRONISED  # noqa: E402
from .plugin import Session  # noqa: E402
from .session import Primed  # noqa: E402

_STARTING = 150  # milliseconds before a second child is made
_ROUNDS = 30  # of ending what was left
_IDLE = 500  # milliseconds without work after which a child has time to rehearse


def main() -> None:
    """Serve sessions until the stream ends."""
    read_fd, write_fd = _move_streams()
    processes.hide_memory(True)  # from programs that tests start
    processes.adopt_orphans()
    home, rehearsals = (pathlib.Path(tempfile.mkdtemp(prefix="pygrader-")) for _ in range(2))
    try:
        primed = Primed(home / "suite")
        gc.freeze()  # or the first collection in each fork would touch, and so copy, every page
        _serve(primed, rehearsals, read_fd, write_fd)
    finally:
        for folder in (home, rehearsals):
            shutil.rmtree(folder, ignore_errors=True)


def _serve(primed: Primed, rehearsals: pathlib.Path, read_fd: int, write_fd: int) -> None:
    current = _start(primed, rehearsals / "0", read_fd, write_fd)
    for turn in itertools.count():
        pid, go = current
        os.write(go, b"g")
        os.close(go)
        end = End(pid)
        # The next child has time to rehearse while this one works, but not before: starting, they share the cores with
        # each other and with a guest.
        spare = None if end.comes(_STARTING / 1000) else _start(primed, rehearsals / str(turn + 1), read_fd, write_fd)
        if turn:
            shutil.rmtree(rehearsals / str(turn - 1), ignore_errors=True)
        _, status = os.waitpid(pid, 0)
        end.close()
        if status != 0:
            if spare:
                os.kill(spare[0], signal.SIGKILL)
            sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else DESYNCHRONISED)
        _end_left_over(spare[0] if spare else 0)
        if processes.IN_CONTAINER:
            _clear({str(primed.home), str(rehearsals)})
        current = spare or _start(primed, rehearsals / str(turn + 1), read_fd, write_fd)


def _end_left_over(spare: int) -> None:
    """End whatever a session's tests have left running: only a spare child goes on, and what that has started."""
    for _ in range(_ROUNDS):
        others = processes.others()
        kept = {spare}
        while more := {process.pid for process in others if process.parent in kept} - kept:
            kept |= more
        left = [process for process in others if process.pid not in kept]
        processes.reap(left)
        if all(process.zombie for process in left):
            return
        for process in left:
            if not process.zombie:
                with contextlib.suppress(ProcessLookupError):
                    end = End(process.pid)
                    end.bring()
                    end.comes(1)
                    end.close()


def _clear(kept: set[str]) -> None:
    """Remove what a session's tests have left where they may write, but for our own folders."""
    for folder in ("/tmp", "/work", "/dev/shm"):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if path in kept:
                continue
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    os.unlink(path)


def _move_streams() -> tuple[int, int]:
    """Put the protocol out of the way of tests, which get an empty input and a standard output that leads nowhere."""
    read_fd, write_fd = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return read_fd, write_fd


def _start(primed: Primed, rehearsal: pathlib.Path, read_fd: int, write_fd: int) -> tuple[int, int]:
    """Fork a child that waits for its turn; its pid, and where to write to give it. rehearsal: a folder for that."""
    wait, go = os.pipe()
    pid = os.fork()
    if pid:
        os.close(wait)
        return pid, go
    code = 3
    try:
        os.close(go)
        # A rehearsal saves time only where there is some: a job that comes at once does not wait for it.
        rehearsed = not _readable(wait, _IDLE)
        if rehearsed:
            primed.rehearse(rehearsal)
        if not os.read(wait, 1):
            os._exit(0)
        primed.begin()
        if not rehearsed and not _readable(read_fd, _IDLE):
            primed.rehearse(rehearsal)
        frames.write_frame(write_fd, frames.READY, 0, frames.to_json({"version": frames.VERSION, "role": "judge"}))
        kind, _, payload = frames.read_frame(read_fd)
        while kind != frames.JOB:  # what a candidate said too late for the test that it was in
            kind, _, payload = frames.read_frame(read_fd)
        primed.run(Session(json.loads(payload), read_fd, write_fd, primed.pages))
        code = 0
    except frames.StreamClosed:
        code = 4
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _readable(descriptor: int, milliseconds: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(milliseconds))


if __name__ == "__main__":
    main()
