"""The surroundings that tests made, made here too; and what the solution warns of and logs, told to the tests."""

from __future__ import annotations

import importlib
import os
import random
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..wire.link import Link

_NONE: Any = object()


class World:
    """What was changed here for the tests."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._home = os.getcwd()
        self._own_stdin = sys.stdin
        self._before: dict[tuple[str, str, str], Any] = {}

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

    def _argv(self, argv: list[str]) -> None:
        sys.argv[:] = argv

    def _stdin(self, file: Any) -> None:
        sys.stdin = file or self._own_stdin

    def _seed(self, *args: Any) -> None:
        random.seed(*args)

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


def tell_warnings(link: Link) -> None:
    """From now on tests are told of each warning of the solution while they ask it, and their filters decide."""
    show: Callable[..., None] = warnings.showwarning

    def tell(message: Any, category: Any, filename: str, lineno: int, file: Any = None, line: Any = None) -> None:
        if link.depth and file is None:
            link.ask("warn", message if isinstance(message, Warning) else str(message), category,
                     os.path.basename(filename), lineno)
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


def tell_logs(link: Link) -> None:
    """From now on tests are told of each record that reaches the root logger, if the solution uses logging at all."""
    if "logging" not in sys.modules:
        return
    import logging

    class Telling(logging.Handler):
        """Hands every record to the tests."""

        def emit(self, record: Any) -> None:
            """Tell, while the tests ask; else there is nobody to tell."""
            if not link.depth:
                return
            try:
                text = record.getMessage()
            except Exception:
                self.handleError(record)
                return
            error = record.exc_info[1] if record.exc_info else None
            link.ask("log", record.name, record.levelno, text, os.path.basename(record.pathname), record.lineno,
                     record.funcName, error)
    if not any(type(handler).__name__ == "Telling" for handler in logging.root.handlers):
        logging.root.addHandler(Telling())
