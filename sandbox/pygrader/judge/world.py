"""What tests do around the solution, mirrored to the guest before the next request (REMOTE.md, "Pitfalls").

Patches of the library's modules and classes, of built-ins, sys.stdin and sys.argv, the environment, the working folder,
random.seed and the levels of loggers: each only as a difference to the start, so that nothing of the judge crosses.
"""

from __future__ import annotations

import _pytest.monkeypatch
import builtins
import contextlib
import io
import logging
import os
import random
import sys
import threading
import types
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..wire.values import Malformed
from . import alarms, texts
from .streams import Streams

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

Change = tuple[Any, ...]
_NONE: Any = object()
# Not sys: importlib makes new modules of whatever class that has.
_PREPARED = (builtins, os, random, *(
    sys.modules[name] for name in ("time", "datetime", "math", "json", "posixpath") if name in sys.modules))
# What pytest and unittest themselves set, and what would reach the grader rather than the solution.
_OURS = frozenset(("_pytest", "gc", "importlib", "inspect", "linecache", "logging", "runpy", "threading", "traceback",
                   "tracemalloc", "unittest", "warnings"))
_OF_SYS = frozenset(("argv", "path", "platform", "version_info", "maxsize", "exit"))
_MAX_VARIABLE = 1 << 16
_STEERING = ("PYTHON", "PYTEST", "LD_", "PATH")
_UNTOLD = frozenset(("PYTEST_CURRENT_TEST", "PYTEST_VERSION"))


class _Watched(types.ModuleType):
    """A module that tells of what is set on it."""

    def __setattr__(self, name: str, value: Any) -> None:
        _touch(self, name)
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        _touch(self, name)
        super().__delattr__(name)


_touched: dict[tuple[int, str], tuple[Any, Any]] = {}
"""What was set on a module or class of the library: that, and the value that it had before. As all of a test's state it
ends with the test's process."""


def _touch(target: Any, name: str) -> None:
    if (id(target), name) not in _touched and _is_library(target, name):
        _touched[id(target), name] = target, vars(target).get(name, _NONE)


def _is_library(target: Any, name: str) -> bool:
    home = target.__name__ if isinstance(target, types.ModuleType) else getattr(target, "__module__", "")
    if not isinstance(target, (types.ModuleType, type)) or type(home) is not str or name.startswith("__"):
        return False
    top = home.partition(".")[0]
    if top == "sys":
        return name in _OF_SYS
    return top in sys.stdlib_module_names and top not in _OURS and hasattr(sys.modules.get(home), "__name__")


def watch() -> None:
    """Begin to notice what is set, in this process and its forks."""
    for module in _PREPARED:
        if not isinstance(module, _Watched):
            module.__class__ = _Watched
    monkeypatch: Any = _pytest.monkeypatch.MonkeyPatch
    monkeypatch.setattr = _noticing(monkeypatch.setattr)
    texts.After("unittest.mock", _notice_patches).wait()  # 70 ms, with all that it imports
    seed, setstate = random.seed, random.setstate

    def seeding(*args: Any, **kwargs: Any) -> None:
        seed(*args, **kwargs)
        _draws.append(("seed", *args, *kwargs.values()))

    def setting(state: Any) -> None:
        setstate(state)
        _draws.append(("random_state", state))
    types.ModuleType.__setattr__(random, "seed", seeding)
    types.ModuleType.__setattr__(random, "setstate", setting)


def _notice_patches(mock: types.ModuleType) -> None:
    """Have unittest.mock look at what each patch is about to set."""
    patch: Any = vars(mock)["_patch"]  # what patch() and patch.object() make
    get_original = patch.get_original

    def noticed(made: Any) -> Any:
        _touch(made.target, made.attribute)
        return get_original(made)
    patch.get_original = noticed


_draws: list[tuple[Any, ...]] = []
"""What tests have set of what random draws from."""


def _noticing(setattr_: Callable[..., Any]) -> Callable[..., Any]:
    """monkeypatch.setattr, with a look at what it is about to set."""
    def setting(self: Any, target: Any, name: Any, value: Any = _pytest.monkeypatch.notset,
                raising: bool = True) -> Any:
        if isinstance(target, str):
            found, _, attribute = target.rpartition(".")
            if found.partition(".")[0] in sys.stdlib_module_names:
                _touch(_pytest.monkeypatch.resolve(found), attribute)
        elif isinstance(name, str):
            _touch(target, name)
        return setattr_(self, target, name, value, raising)
    return setting


class World:
    """What the guest has been told of the surroundings that tests made."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self.streams = Streams(remote)
        self._folder = os.getcwd()
        self._home = self._folder
        self._left: list[tuple[str, Any]] = []  # where tests were before they followed a context manager elsewhere
        self._away = ""             # the folder of theirs that it has gone to within a call
        self.astray = ""            # the folder that a context manager has not gone back from
        self._asked: tuple[str, Any] = "", None  # what the solution is asked for, and of what
        self._environment: dict[bytes, bytes] = dict(os.environ._data)  # type: ignore[attr-defined]
        self.theirs: dict[str, str] = {}  # of the environment, that the solution has set
        self._argv = self._own_argv = list(sys.argv)
        self._stdin: Any = None
        self._levels = _levels()
        self._told: dict[tuple[int, str], Any] = {}
        self._seeded = 0
        types.ModuleType.__setattr__(random, "getstate", self._random_state)
        self.alarm = 0.0  # seconds, from when the solution is asked, until a test's strikes

    def changes(self) -> list[Change]:
        """What has changed since the last time, for the guest to do the same."""
        found: list[Change] = self.streams.changes()
        folder = os.getcwd()
        if folder != self._folder:
            self._folder = folder
            found.append(("chdir", "" if folder == self._home else folder))
        if os.environ._data != self._environment:  # type: ignore[attr-defined]  # cheaper than a copy each time
            found += self._variables()
        if sys.argv != self._argv:
            self._argv = self._own_argv = list(sys.argv)
            found.append(("argv", list(self._argv)))
        stdin = sys.stdin if isinstance(sys.stdin, io.IOBase) and not type(sys.stdin).__module__.startswith(
            "_pytest") and sys.stdin is not sys.__stdin__ else None
        if stdin is not self._stdin:
            self._stdin = stdin
            found.append(("stdin", stdin))
        for key, (target, before) in _touched.items():
            value = vars(target).get(key[1], _NONE)
            if value is not self._told.get(key, before):
                self._told[key] = value
                found.append(_patch(target, key[1], value, before))
        if len(_draws) > self._seeded:
            self._seeded = len(_draws)
            found.append(_draws[-1])
        self.alarm = alarms.due()
        if self.alarm:
            found.append(("alarm", self.alarm))
        levels = _levels()
        if levels != self._levels:
            found += [("level", name, levels.get(name, 0)) for name in {**self._levels, **levels}
                      if levels.get(name) != self._levels.get(name)]
            self._levels = levels
        return found

    def follow(self, folder: Any) -> None:
        """The solution has gone to another folder, "" for its own. Tests follow it into one of theirs that they have
        named to it, in the body of a context manager of its own that goes there, and back; within a call, for what it
        calls of theirs. Elsewhere it would choose which files a test reads."""
        if type(folder) is not str:
            raise Malformed("a folder")
        folder = folder or self._home
        self._away = ""
        operation, manager = self._asked
        if self._left and folder == self._left[-1][0]:
            self._go(self._left.pop()[0])
        elif self._remote.folders is None or not self._remote.folders.has_named(folder):
            return
        elif operation == "enter":
            self._asked = "", None  # once
            self._left.append((os.getcwd(), manager))
            self._go(folder)
        else:
            self._away = folder

    def asks(self, operation: str, values: tuple[Any, ...]) -> None:
        """A test is about to have the solution do something."""
        self._asked = operation, values[0] if values else None

    def answered(self, operation: str, values: tuple[Any, ...]) -> None:
        """The solution's work for a test is over, and what it did around, but in a body that it entered."""
        self._away = ""
        self._asked = "", None  # an object of the solution's is not to live for it
        target = values[0] if values else None
        if operation == "exit" and self._left and self._left[-1][1] is target:
            self.astray = os.getcwd()
        self.streams.settle(operation, target)

    @contextlib.contextmanager
    def called_back(self) -> Iterator[None]:
        """While the solution calls what tests passed in."""
        if not self._away or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = os.getcwd()
        self._go(self._away)
        try:
            yield
        finally:
            self._go(before)

    def _random_state(self) -> Any:
        """What random.getstate() gives tests: the solution's, if that has drawn."""
        theirs = self._remote.ask("random_state") if self._remote.usable() else None
        return random._inst.getstate() if theirs is None else theirs

    def next_test(self) -> None:
        """Another test begins: it is where the first one was."""
        self._away = self.astray = ""
        if self._left:
            self._go(self._left[0][0])
            self._left.clear()

    def _go(self, folder: str) -> None:
        with contextlib.suppress(OSError):  # it is not there any more
            os.chdir(folder)
            self._folder = folder

    def set_variable(self, name: Any, value: Any) -> None:
        """The solution has set a variable of the environment, or removed it; those that steer Python stay."""
        if type(name) is not str or type(value) not in (str, types.NoneType) or not name or len(name) > _MAX_VARIABLE \
                or len(value or "") > _MAX_VARIABLE or "=" in name or "\0" in name + (value or ""):
            raise Malformed("a variable of the environment")
        if name.startswith(_STEERING) or name == "HOME":
            return
        self.theirs.pop(name, None)
        if value is None:
            os.environ.pop(name, None)
            self._environment.pop(os.fsencode(name), None)
        else:
            os.environ[name] = self.theirs[name] = value
            self._environment[os.fsencode(name)] = os.fsencode(value)

    def set_arguments(self, arguments: Any) -> None:
        """The solution has set sys.argv; None: to what it was."""
        if arguments is not None and (type(arguments) is not list or any(type(word) is not str for word in arguments)):
            raise Malformed("arguments of a program")
        sys.argv = list(self._own_argv if arguments is None else arguments)
        self._argv = list(sys.argv)

    def _variables(self) -> list[Change]:
        now, before = dict(os.environ), {}
        for key, value in self._environment.items():
            before[os.fsdecode(key)] = os.fsdecode(value)
        self._environment = dict(os.environ._data)  # type: ignore[attr-defined]
        return [("environ", name, now.get(name)) for name in sorted({*now, *before})
                if now.get(name) != before.get(name) and name not in _UNTOLD]


def _patch(target: Any, name: str, value: Any, before: Any) -> Change:
    home, path = (target.__name__, "") if isinstance(target, types.ModuleType) else (
        target.__module__, target.__qualname__)
    if value is before:
        return "restore", home, path, name
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    return "patch", home, path, name, None if value is _NONE else value


def _levels() -> dict[str, int]:
    """The levels of loggers that have one, the root's and what is disabled altogether among them."""
    manager = logging.root.manager
    found = {name: logger.level for name, logger in manager.loggerDict.items()
             if isinstance(logger, logging.Logger) and logger.level}
    return {**found, "": logging.root.level, "*": manager.disable}
