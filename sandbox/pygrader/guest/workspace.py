"""The writable folder of the guest: the submission's files, files that tests give, and what the submission leaves.

The supervisor itself never follows a name that the submission could have made: a link to its own descriptors would turn
a file into frames. Removing and laying out is done by short-lived children without any of its descriptors.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from ..wire import frames, processes
from ..wire.ends import End

_SECONDS = 10.0


class Workspace:
    """base: the folder. folder: where the submission lies, which is the candidate's working directory."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.folder = f"{base}/submission"
        self._given = ""  # for the files of a test: a new name for each, which nobody can have taken before
        self._stamps: dict[str, int] = {}
        self._writing: tuple[str, int] | None = None  # name and descriptor, -1 once writing failed

    def renew(self, files: dict[str, bytes]) -> None:
        """Empty everything and lay out the submission. OSError when that cannot be done."""
        self.next_test()
        keep = {"submission"} if os.path.isdir(self.folder) and not os.path.islink(self.folder) else set()

        def work() -> None:
            _remove(self.base, keep)
            _lay_out(self.folder, files)
        _in_child(work)
        self._stamps = _stamps(self.folder, files)

    def next_test(self) -> None:
        """Another test's files go to a folder of their own."""
        self._given = f"{self.base}/given-{os.urandom(8).hex()}"

    def tidy(self, files: dict[str, bytes]) -> None:
        """Remove what a test left, and mend the submission's files where it touched them."""
        if os.listdir(self.base) == ["submission"] and _stamps(self.folder, files) == self._stamps:
            return
        self.renew(files)

    def write(self, name: str, block: bytes, last: bool) -> dict[str, str] | None:
        """Write one block of a file of the tests, always a new one; the answer to the last block."""
        try:
            if self._writing is None or self._writing[0] != name:
                self._close()
                self._writing = name, self._create(name)
            if self._writing[1] >= 0:
                frames.write_all(self._writing[1], block)
        except OSError as error:
            self._close()
            self._writing = name, -1
            self._failure = os.strerror(error.errno or 0)
        if not last:
            return None
        failed = self._writing[1] < 0
        self._close()
        self._writing = None
        return {"error": self._failure} if failed else {"path": f"{self._given}/{name}"}

    _failure = ""

    def _create(self, name: str) -> int:
        try:
            os.mkdir(self._given)
        except FileExistsError:
            pass
        folder = os.open(self._given, os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            return os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=folder)
        finally:
            os.close(folder)

    def _close(self) -> None:
        if self._writing is not None and self._writing[1] >= 0:
            os.close(self._writing[1])


def _stamps(folder: str, files: dict[str, bytes]) -> dict[str, int]:
    """When each file and folder of the submission was last changed: a time that only the kernel sets."""
    stamps = {"": _stamp(folder)}
    for path in files:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            part = "/".join(parts[:depth])
            stamps[part] = _stamp(f"{folder}/{part}")
    return stamps


def _stamp(path: str) -> int:
    try:
        return os.lstat(path).st_ctime_ns
    except OSError:
        return -1


def _remove(base: str, keep: set[str]) -> None:
    """Remove all below base; of the folders in keep only what is in them."""
    for name in os.listdir(base):
        path = f"{base}/{name}"
        if name in keep and not os.path.islink(path):
            os.chmod(path, 0o755)
            _remove(path, set())
        elif os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.unlink(path)


def _lay_out(folder: str, files: dict[str, bytes]) -> None:
    os.makedirs(folder, exist_ok=True)
    for path, data in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
        frames.write_all(descriptor, data)
        os.close(descriptor)


def _in_child(work: Callable[[], None]) -> None:
    """Do file work in a child that holds no descriptor of ours; deep trees and odd modes are its trouble alone."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.closerange(0, 4096)
            work()
            code = 0
        finally:
            os._exit(code)
    end = End(pid)
    if not end.comes(_SECONDS):
        processes.end(pid)
    end.close()
    if os.waitpid(pid, 0)[1] != 0:
        raise OSError("the guest's folder could not be put in order")
