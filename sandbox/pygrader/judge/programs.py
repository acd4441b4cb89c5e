"""Programs that tests start. They run in the guest: what they read and import, the files and the environment that tests
and solution share, may be the solution's making. Only a program of the suite's own runs here.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_STARTS = frozenset(("os.exec", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn", "subprocess.Popen"))
_POPEN = inspect.signature(subprocess.Popen.__init__)
_OWN = ("args", "cwd", "env")  # parameters of Popen that do not cross as they are


class Programs:
    """What starts programs, in a judge's session and its forks. root: the suite's folder."""

    def __init__(self, remote: Remote, root: str) -> None:
        self._remote = remote
        self._root, self._folder = root, os.path.dirname(root)
        self._starting = False  # one of the suite's
        self._suite: frozenset[str] = frozenset()

    def install(self, suite: Iterable[str]) -> None:
        """Stand in front of what starts a program. suite: the paths of the tests' files."""
        self._suite = frozenset(suite)
        self._modules = {os.path.relpath(path, self._root).split("/")[0].removesuffix(".py") for path in self._suite}
        programs = self

        class Popen(subprocess.Popen[Any]):
            """As the library's, but what may run anything of the solution's making runs in the guest."""

            def __new__(cls, *args: Any, **kwargs: Any) -> Any:
                given = _arguments(args, kwargs)
                return super().__new__(cls) if programs._runs_here(given) else programs._spawn(given)

            def __init__(self, *args: Any, **kwargs: Any) -> None:
                given = _arguments(args, kwargs)
                with programs._own():
                    start: Any = super().__init__
                    start(**{**given, "env": programs._environment(given.get("env"))})
        Popen.__module__, Popen.__qualname__ = subprocess.__name__, "Popen"
        subprocess.Popen = Popen  # type: ignore[misc]
        system = os.system

        def started(command: Any) -> int:
            given = {"args": command, "shell": True}
            if not self._runs_here(given):
                return int(self._spawn(given).wait()) << 8
            with self._own():
                return system(command)
        started.__name__, started.__doc__, started.__wrapped__ = "system", system.__doc__, system  # type: ignore
        os.system = started
        sys.addaudithook(self._audit)

    def _runs_here(self, given: dict[str, Any]) -> bool:
        """Whether a program is one of the suite's, which names its file or module, or the solution can have no hand in
        it: of the interface `plain` nothing is shared."""
        sources = self._remote.sources
        folder = self._folder_of(given)
        words = _words(given["args"])
        if sources.is_read() or sources.is_folder(folder) or any(map(sources.mentions, words)) or any(
                self._folder in os.fsdecode(value) for value in (given.get("env") or {}).values()):
            return False
        if self._remote.surface is None:
            return True
        if words[1:2] == ["-m"]:  # which looks in the working folder first
            return folder == self._root and "".join(words[2:3]).partition(".")[0] in self._modules
        shared = self._remote.is_shared(folder)
        script = next((word for word in words[1:] if not word.startswith("-")), "")
        own = "-c" not in words[1:2] and any(
            os.path.normpath(os.path.join(folder, word)) in self._suite for word in (*words[:1], script))
        if own and shared:
            raise self._remote.refusal(
                "a test starts a script of its own in a folder that it shares with the solution, whose files what that "
                "starts may run: start it in another, and give it the path", "author")
        return own

    @staticmethod
    def _folder_of(given: dict[str, Any]) -> str:
        return os.path.abspath(os.fsdecode(given.get("cwd") or os.getcwd()))

    def _environment(self, given: Any) -> dict[str, str]:
        """The environment for a program of the suite's: without what the solution has set."""
        theirs = self._remote.variables()
        texts = dict(os.environ) if given is None else _texts(given)
        return {name: value for name, value in texts.items() if theirs.get(name) != value}

    def _spawn(self, given: dict[str, Any]) -> Any:
        """Start a program in the guest; its subprocess.Popen stays there."""
        if self._remote.surface is None:
            raise self._remote.refusal(
                'a test runs the submission as a program, for which the interface "objects" is needed', "author")
        options = {name: value for name, value in given.items() if name not in _OWN and value is not None}
        for name, value in options.items():
            if type(value) not in (int, bool, str, tuple):
                raise self._remote.refusal(
                    f"a test starts a program, which runs beside the solution, with {name} as a "
                    f"{type(value).__name__}, which cannot cross: use subprocess.PIPE", "author")
        folder = self._folder_of(given)
        words = [self._remote.sources.there(word, folder) for word in _words(given["args"])]
        at = "\0" if folder in (self._root, self._folder) else self._remote.sources.there(folder, folder)
        return self._remote.ask(
            "spawn", words[0] if isinstance(given["args"], (str, bytes, os.PathLike)) else words, at,
            _changes(given.get("env")), options)

    @contextlib.contextmanager
    def _own(self) -> Iterator[None]:
        self._starting = True
        try:
            yield
        finally:
            self._starting = False

    def _audit(self, event: str, _: tuple[Any, ...]) -> None:
        if event in _STARTS and not self._starting and self._remote.surface is not None:
            raise self._remote.refusal(
                f"a test starts a program by {event}, which would run beside the tests: use subprocess.run", "author")


def _arguments(args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    given = _POPEN.bind(None, *args, **kwargs).arguments
    return {name: value for name, value in given.items() if name != "self"}


def _texts(env: Any) -> dict[str, str]:
    return {os.fsdecode(name): os.fsdecode(value) for name, value in env.items()}


def _words(args: Any) -> list[str]:
    return [os.fsdecode(word) for word in ([args] if isinstance(args, (str, bytes, os.PathLike)) else args)]


def _changes(env: Any) -> list[tuple[str, str | None]]:
    """How an environment differs from this process's own, which the guest's follows already."""
    if env is None:
        return []
    given = _texts(env)
    return [(name, given.get(name)) for name in {**os.environ, **given} if given.get(name) != os.environ.get(name)]
