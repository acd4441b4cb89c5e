"""The surroundings that tests made, made here too; and what the solution warns of and logs, told to the tests."""

from __future__ import annotations

import importlib
import os
import random
import sys
import threading
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire import exceptions
from ..wire.link import OURS
from . import alarms

if TYPE_CHECKING:
    from ..wire.link import Link
    from .runtime import GuestLink

_NONE: Any = object()
_HERE = os.path.dirname(os.path.dirname(__file__)) + os.sep


class World:
    """What was changed here for the tests."""

    def __init__(self, link: GuestLink) -> None:
        self._link = link
        self._home = os.getcwd()
        self._own_stdin = sys.stdin
        self._before: dict[tuple[str, str, str], Any] = {}
        self._undrawn: Any = None  # the state of random that both sides had

    def change(self, changes: list[tuple[Any, ...]]) -> None:
        """Do what the tests did."""
        for kind, *parts in changes:
            getattr(self, f"_{kind}")(*parts)

    def _chdir(self, folder: str) -> None:
        if folder:
            os.makedirs(folder, exist_ok=True)
        os.chdir(folder or self._home)

    def _environ(self, name: str, value: str | None) -> None:
        key = os.fsencode(name)
        if value is None:
            os.environ._data.pop(key, None)  # type: ignore[attr-defined]  # past tell_variables
            os.unsetenv(name)
        else:
            os.environ._data[key] = os.fsencode(value)  # type: ignore[attr-defined]
            os.putenv(name, value)

    def _alarm(self, seconds: float) -> None:
        self._link.alarm = alarms.Alarm(lambda: self._link.ask("alarm"))
        self._link.alarm.set(seconds)

    def _argv(self, argv: list[str]) -> None:
        sys.argv[:] = argv
        if self._link.streams is not None:
            self._link.streams.argv = self._link.streams.own_argv = list(argv)

    def _stdin(self, file: Any) -> None:
        sys.stdin = file or self._own_stdin

    def _stream(self, name: str) -> None:
        if self._link.streams is not None:
            self._link.streams.put_back(name)

    def _seed(self, *args: Any) -> None:
        random.seed(*args)
        self._undrawn = random.getstate()

    def _random_state(self, state: Any) -> None:
        random.setstate(state)
        self._undrawn = state

    def drawn(self) -> Any:
        """The state of random, if the solution has drawn from it since the tests set it or asked for it first."""
        now = random.getstate()
        self._undrawn = self._undrawn or now
        return None if now == self._undrawn else now

    def _level(self, name: str, level: int) -> None:
        import logging  # takes 10 ms, and few suites set a level
        if name == "*":
            logging.disable(level)
        else:
            logging.getLogger(name or None).setLevel(level)

    def _target(self, home: str, path: str) -> Any:
        target: Any = importlib.import_module(home)
        for name in filter(None, path.split(".")):
            target = getattr(target, name)
        return target

    def _patch(self, home: str, path: str, name: str, value: Any) -> None:
        target = self._target(home, path)
        self._before.setdefault((home, path, name), vars(target).get(name, _NONE))
        setattr(target, name, value)

    def _restore(self, home: str, path: str, name: str) -> None:
        target = self._target(home, path)
        before = self._before.pop((home, path, name), _NONE)
        if before is _NONE:
            delattr(target, name)
        else:
            setattr(target, name, before)


class Streams:
    """sys.stdout, sys.stderr and sys.argv: tests, which use them too, are told where the solution replaces them."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._own = {name: getattr(sys, name) for name in ("stdout", "stderr")}
        self._told = dict(self._own)
        self.own_argv = list(sys.argv)  # or as tests have set it
        self.argv = self.own_argv       # as tests know it

    def tell(self) -> None:
        """Tell, while the tests ask."""
        if sys.stdout is not self._told["stdout"] or sys.stderr is not self._told["stderr"]:
            for name, own in self._own.items():
                now = getattr(sys, name)
                if now is not self._told[name] and self._link.depth:
                    self._told[name] = now
                    self._link.ask("stream", name, now is not own)

        if sys.argv != self.argv and self._link.depth:
            self.argv = list(sys.argv)
            self._link.ask("arguments", None if self.argv == self.own_argv else self.argv)

    def put_back(self, name: str) -> None:
        """The tests have a stream of their own again."""
        self._told[name] = self._own[name]
        setattr(sys, name, self._own[name])


def tell_warnings(link: Link) -> None:
    """From now on tests are told of each warning of the solution while they ask it, and their filters decide."""
    show: Callable[..., None] = warnings.showwarning

    def tell(message: Any, category: Any, filename: str, lineno: int, file: Any = None, line: Any = None) -> None:
        if link.depth and file is None:
            ours = filename.startswith(_HERE)  # the caller is a test
            link.ask("warn", message if isinstance(message, Warning) else str(message), category,
                     "" if ours else os.path.basename(filename), lineno)
        else:
            show(message, category, filename, lineno, file, line)
    warnings.showwarning = tell
    warnings.simplefilter("always")


def tell_variables(link: Link) -> None:
    """From now on tests are told of each variable of the environment that the solution sets or removes."""
    kind: Any = type(os.environ)
    set_item, delete_item = kind.__setitem__, kind.__delitem__

    def setting(environment: Any, name: str, value: str) -> None:
        set_item(environment, name, value)
        if link.depth:
            link.ask("variable", name, value)

    def deleting(environment: Any, name: str) -> None:
        delete_item(environment, name)
        if link.depth:
            link.ask("variable", name, None)
    kind.__setitem__, kind.__delitem__ = setting, deleting


def tell_folder(link: Link) -> None:
    """From now on tests are told where the solution goes while they ask it; "" is where it began."""
    go, home = os.chdir, os.getcwd()

    def going(path: Any) -> None:
        go(path)
        if link.depth:
            now = os.getcwd()
            link.ask("folder", "" if now == home else now)
    os.chdir = going


def tell_threads(link: Link) -> None:
    """From now on tests are told when the solution starts its first thread: it may ask while no test is waiting."""
    kind: Any = threading.Thread
    start = kind.start
    told = 0  # by which process: what a template has told concerned the collection

    def starting(thread: threading.Thread) -> None:
        nonlocal told
        if link.depth and not (told == os.getpid() or thread.name.startswith(OURS)):
            told = os.getpid()
            link.ask("threads")
        start(thread)
    kind.start = starting


def tell_logs(link: Link) -> None:
    """From now on tests are told of each record that reaches the root logger, if the solution uses logging at all."""
    if "logging" not in sys.modules:
        return
    import logging
    plain = set(vars(logging.makeLogRecord({}))) | {"message", "asctime"}

    class Telling(logging.Handler):
        """Hands every record to the tests."""

        def emit(self, record: Any) -> None:
            """Tell, while the tests ask; else there is nobody to tell."""
            if not link.depth:
                return
            text = record.getMessage()  # what goes wrong here is raised, as by pytest's own handlers
            error = record.exc_info[1] if record.exc_info else None
            held = {name: value for name, value in vars(record).items()
                    if (name == "args" or name not in plain) and exceptions.is_data(value, exact=True)}
            msg = record.msg if type(record.msg) is str else text
            link.ask("log", record.name, record.levelno, text, os.path.basename(record.pathname), record.lineno,
                     record.funcName, error, msg, held)
    if not any(type(handler).__name__ == "Telling" for handler in logging.root.handlers):
        logging.root.addHandler(Telling())
