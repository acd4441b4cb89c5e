"""sys.stdout and sys.stderr where the solution has replaced them: what tests print goes to what it put there.

That is, while the solution is asked, and in the body of a context manager of its own that did it. Anywhere else it
would hear what tests print before they assert, which may be what they expect.
"""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING, Any

from ..wire.values import Malformed

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_NAMES = ("stdout", "stderr")


class _Replaced(io.TextIOBase):
    """Stands for the solution's; before is the tests' own, which comes back."""

    def __init__(self, remote: Remote, name: str, before: Any) -> None:
        self._remote = remote
        self._name = name
        self.before = before
        self.is_left = False  # by the context manager in whose body it was to stand

    encoding: Any = property(lambda self: getattr(self.before, "encoding", "utf-8"))

    def writable(self) -> bool:
        """It can be written, and nothing else."""
        return True

    def write(self, text: str) -> int:
        """Have the solution's stream write that; nobody hears it where the solution should have taken it back."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.is_left:
            self._remote.ask("print", self._name, str(text))
        return len(text)


def _tests_own(name: str) -> Any:
    """The stream of that name as it is without the solution's."""
    stream = getattr(sys, name)
    return stream.before if isinstance(stream, _Replaced) else stream


def write_to_tests(name: str, printed: bytes) -> None:
    """Show what the solution printed. A stream that tests have taken away or that fails shows nothing."""
    with contextlib.suppress(Exception):
        _tests_own(name).write(printed.decode("utf-8", "replace"))


class Streams:
    """What the solution has made of the streams."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._replaced: dict[str, _Replaced] = {}
        self._just_now: set[str] = set()  # during the request that is on
        self._bodies: dict[str, Any] = {}  # by name, the context manager in whose body it stays replaced

    def replace(self, name: Any, replaced: Any) -> None:
        """The solution has replaced a stream, or put its own back."""
        if name not in _NAMES or type(replaced) is not bool:
            raise Malformed("a stream")
        if replaced:
            self._just_now.add(name)
            self._replaced[name] = stand_in = _Replaced(self._remote, name, _tests_own(name))
            setattr(sys, name, stand_in)
        else:
            self._put_back(name)

    def settle(self, operation: str, manager: Any) -> None:
        """A request of the tests is over. manager: what is entered or left, for those operations."""
        if operation == "enter":
            self._bodies.update(dict.fromkeys(self._just_now, manager))
        for name in self._just_now if operation != "enter" else ():
            self._put_back(name)
        self._just_now.clear()
        for name, entered in self._bodies.items():
            if operation == "exit" and entered is manager and name in self._replaced:
                self._replaced[name].is_left = True

    def _put_back(self, name: str) -> None:
        if (known := self._replaced.pop(name, None)) is not None and getattr(sys, name) is known:
            setattr(sys, name, known.before)

    def changes(self) -> list[tuple[Any, ...]]:
        """The streams that tests, or pytest, have set since."""
        over = [name for name, stand_in in self._replaced.items() if getattr(sys, name) is not stand_in]
        for name in over:
            self._replaced.pop(name, None)
        return [("stream", name) for name in over]
