"""The files that tests and solution share: a test's temporary folder, its working folder, and data beside the tests.

Before a request the guest is told what tests wrote, after it the judge is told what the solution wrote. Files of the
suite cross only where a test passes their path, and never Python files: those are the tests.
"""

from __future__ import annotations

import os
import pathlib
import shutil
import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..wire.folders import Change, Folder, TooMuch
from ..wire.values import Malformed

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_MOST = 1000  # texts that are kept
_TEXT = (str, pathlib.PosixPath, pathlib.PurePosixPath)


class Folders:
    """The shared folders of one test."""

    def __init__(self, remote: Remote, home: str) -> None:
        self._remote = remote
        self._home = home
        self._shared: Folder | None = None
        self._given: set[str] = set()
        self._texts: set[str] = set()  # that tests have passed: names of folders among them
        self._asked = False
        self._theirs: set[str] = set()  # files that the solution has written last

    def begin(self) -> None:
        """In a test's own process: all that it makes in a temporary folder is below a new one."""
        path = os.path.realpath(tempfile.mkdtemp(prefix="files-", dir=os.path.dirname(self._home)))
        tempfile.tempdir = path
        self._shared = Folder(path)

    def end(self) -> None:
        """Remove what the test left."""
        if self._shared is not None:
            shutil.rmtree(self._shared.path, ignore_errors=True)

    def before(self, values: Iterable[Any]) -> None:
        """Tell the guest what tests wrote, and what they name, before it is asked something."""
        if self._shared is None:
            return
        try:
            changes = self._shared.changes()
            self._theirs.difference_update(self._paths(changes))
            texts = [str(text) for value in values for text in (value if type(value) is list else [value])
                     if type(text) in _TEXT]
            if len(self._texts) < _MOST:
                self._texts.update(texts)
            named = [change for text in texts for change in self._named(text)]
        except TooMuch as reason:
            raise self._remote.refusal(
                f"the tests' files cannot be shared with the solution: {reason}",
                "candidate" if self._theirs else "author") from None
        if changes or named:
            self._asked = True
            self._remote.plainly("share", self._shared.path, changes, self._home, named)

    def after(self) -> None:
        """Ask what the solution wrote, if it was told of a folder at all."""
        if not self._asked or self._shared is None:
            return
        try:
            changes = _checked(self._remote.plainly("shared", self._shared.path))
            self._theirs.update(self._paths(changes))
            self._shared.apply([change for change in changes if not _is_compiled(change[1])])
        except (ValueError, OSError, TooMuch) as error:
            raise self._remote.refusal(
                f"a file that the solution left cannot be shared with the tests: {error}") from None

    def _paths(self, changes: list[Change]) -> set[str]:
        return {os.path.join(self._shared.path, str(path)) for _, path, *_ in changes} if self._shared else set()

    def holds(self, path: str) -> bool:
        """Whether a path lies in the shared folder."""
        return self._shared is not None and (os.path.realpath(path) + "/").startswith(self._shared.path + "/")

    def is_theirs(self, path: str) -> bool:
        """Whether a file is of the solution's making."""
        return os.path.realpath(path) in self._theirs

    def has_named(self, folder: str) -> bool:
        """Whether that is a folder of the shared one, which tests have named to the solution."""
        return (self._shared is not None and (folder + "/").startswith(self._shared.path + "/")
                and any(os.path.realpath(text) == folder for text in self._texts if "\0" not in text))

    def _named(self, path: str) -> list[Change]:
        """A data file or folder of the suite that a test names, once."""
        if not path.startswith(self._home + "/") or path in self._given:
            return []
        self._given.add(path)
        found: list[Change] = []
        for place in [path, *(os.path.join(below, name) for below, _, names in os.walk(path) for name in names)]:
            if os.path.isfile(place) and not place.endswith((".py", ".pyc")):
                found.append(("file", os.path.relpath(place, self._home), pathlib.Path(place).read_bytes()))
        return found


def _is_compiled(path: Any) -> bool:
    """Whether Python would run a file without a look at any source; such a one stays with the solution."""
    return type(path) is str and (path.endswith((".pyc", ".so", ".pth")) or "__pycache__" in path.split("/"))


def _checked(changes: Any) -> list[Change]:
    if type(changes) is not list:
        raise Malformed("changes of files")
    for change in changes:
        if type(change) is not tuple or change[:1] not in (("folder",), ("gone",), ("file",)) or (
                len(change) != 3 or type(change[2]) is not bytes if change[0] == "file" else len(change) != 2):
            raise Malformed("change of a file")
    return changes
