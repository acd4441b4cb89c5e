"""Folders that both sides have at the same path: what changed in one is told as data and done in the other.

A change is ("folder", path), ("file", path, contents) or ("gone", path), the path relative to the folder.
"""

from __future__ import annotations

import os
import pathlib
import shutil
import stat
from typing import Any

Change = tuple[Any, ...]
MAX_BYTES = 8 << 20   # of all files in one message
MAX_FILES = 2_000     # in a folder
_MAX_PATH, _MAX_DEPTH = 1_000, 30
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW


class TooMuch(Exception):
    """A folder holds more than may cross."""


class Folder:
    """One folder, and what both sides know of it. Links and special files do not cross."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.is_theirs = False  # the other side has the very same one, as two processes of one machine may
        self._empty = -1  # when it was last changed, where it was found empty
        self._known: dict[str, tuple[int, ...]] = {}  # by relative path: () for a folder, else what changes with a file

    def changes(self) -> list[Change]:
        """What has changed here since both sides agreed, folders before what is in them. TooMuch over the limits."""
        if self.is_theirs:
            return []
        if not self._known and self._stamp() == self._empty:
            return []  # as it is for most tests: nothing was ever made in it
        now = self._scan()
        if not now:
            self._empty = self._stamp()
        if now == self._known:
            return []
        found: list[Change] = [("gone", path) for path in sorted(self._known.keys() - now.keys(), reverse=True)]
        size = 0
        for path in sorted(now):
            if self._known.get(path) == now[path]:
                continue
            if not now[path]:
                found.append(("folder", path))
                continue
            with open(os.path.join(self.path, path), "rb") as file:
                data = file.read(MAX_BYTES + 1)
            size += len(data)
            if size > MAX_BYTES:
                raise TooMuch(f"files of more than {MAX_BYTES >> 20} MiB changed at once")
            found.append(("file", path, data))
        self._known = now
        return found

    def apply(self, changes: list[Change]) -> None:
        """Do what was done on the other side. ValueError for a path that leads out of the folder. What has changed here
        since both sides agreed is still to be told."""
        if self.is_theirs:
            return
        for kind, path, *rest in changes:
            place = self._place(path)
            if kind == "folder":
                os.makedirs(place, exist_ok=True)
            elif kind == "gone":
                _remove(place)
            elif not _holds(place, rest[0]):
                os.makedirs(os.path.dirname(place), exist_ok=True)
                descriptor = os.open(place, _FLAGS, 0o644)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(rest[0])
        done = {path for _, path, *_ in changes}
        done |= {str(above) for path in done for above in pathlib.PurePosixPath(path).parents}
        now = self._scan()
        self._known = {path: now[path] if path in done else self._known[path]
                       for path in [*self._known, *sorted(done - self._known.keys())]
                       if path not in done or path in now}

    def _place(self, path: Any) -> str:
        if type(path) is not str or not path or path.startswith("/") or ".." in path.split("/") or "\0" in path or (
                len(path) > _MAX_PATH or path.count("/") > _MAX_DEPTH):
            raise ValueError("a path out of the folder")
        place = os.path.join(self.path, path)
        if os.path.realpath(os.path.dirname(place)) != os.path.dirname(place):
            raise ValueError("a path through a link")
        return place

    def _stamp(self) -> int:
        try:
            return os.stat(self.path).st_mtime_ns
        except OSError:
            return -2  # a test has removed it

    def _scan(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        waiting = [""]
        while waiting:
            below = waiting.pop()
            try:
                entries = list(os.scandir(os.path.join(self.path, below)))
            except OSError:
                continue
            for entry in entries:
                path = os.path.join(below, entry.name)
                try:
                    facts = entry.stat(follow_symlinks=False)
                except FileNotFoundError:  # gone since it was listed: a program of the solution's may be at work
                    continue
                if stat.S_ISDIR(facts.st_mode):
                    found[path] = ()
                    waiting.append(path)
                elif stat.S_ISREG(facts.st_mode):
                    found[path] = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
                if len(found) > MAX_FILES:
                    raise TooMuch(f"more than {MAX_FILES} files in a folder")
        return found


def _holds(place: str, data: bytes) -> bool:
    """Whether a file is what it should be already: two sides on one machine may share it."""
    try:
        with open(place, "rb") as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False


def _remove(place: str) -> None:
    if os.path.isdir(place) and not os.path.islink(place):
        shutil.rmtree(place, ignore_errors=True)
    elif os.path.lexists(place):
        os.unlink(place)
