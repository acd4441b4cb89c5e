"""Databases of tests in the solution's hands: what they hold is open, the judge's files and memory are not.

SQL can open and write files (ATTACH, VACUUM INTO, which attaches too), load code (fts3_tokenizer takes a pointer), and
set limits of the whole process (PRAGMA). So every connection of this process has an authorizer
(sqlite.org/c3ref/set_authorizer.html), which denies that while the solution waits for an answer, whoever runs the SQL.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import types
from collections.abc import Callable, Iterator
from typing import Any

from . import texts

__tracebackhide__ = True  # pytest: no frame of this module is the test's

CONNECTION = frozenset((
    "cursor", "commit", "rollback", "execute", "executemany", "executescript", "close", "in_transaction",
    "total_changes", "row_factory", "text_factory", "isolation_level", "create_function", "iterdump", "interrupt"))
CURSOR = frozenset((
    "execute", "executemany", "executescript", "fetchone", "fetchall", "fetchmany", "close", "lastrowid", "rowcount",
    "description", "arraysize", "row_factory", "connection"))
_PRAGMAS = frozenset((
    "foreign_keys", "user_version", "journal_mode", "synchronous", "table_info", "table_xinfo", "table_list",
    "index_list", "index_info", "foreign_key_list", "foreign_key_check", "integrity_check", "case_sensitive_like",
    "recursive_triggers", "encoding", "database_list", "application_id", "busy_timeout", "defer_foreign_keys",
    "function_list"))
"""Those that concern the database alone."""
_FUNCTIONS = frozenset(("fts3_tokenizer", "load_extension"))
_FACTORIES = ("row_factory", "text_factory")


def install(is_answering: Callable[[], bool]) -> None:
    """Have sqlite3, when tests import it, make such connections. is_answering: whether the solution waits."""
    texts.After("sqlite3", lambda module: _change(module, is_answering)).wait()


def _change(sqlite: Any, is_answering: Callable[[], bool]) -> None:
    base: Any = sqlite.Connection
    denied = (sqlite.SQLITE_ATTACH, sqlite.SQLITE_DETACH, sqlite.SQLITE_CREATE_VTABLE, sqlite.SQLITE_DROP_VTABLE)

    class Connection(base):  # type: ignore[misc]
        """As the library's."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._pygrader_own: Any = None  # the test's own authorizer
            self._pygrader_factories: dict[str, Any] = {}  # the solution's own functions
            self._pygrader_within = 0  # how many of the solution's functions it waits for
            base.set_authorizer(self, self._pygrader_decide)

        def _pygrader_decide(self, action: int, first: Any, second: Any, *rest: Any) -> Any:
            if is_answering() and (
                    action in denied or action == sqlite.SQLITE_FUNCTION and str(second).lower() in _FUNCTIONS
                    or action == sqlite.SQLITE_PRAGMA and str(first).lower() not in _PRAGMAS):
                return sqlite.SQLITE_DENY
            return sqlite.SQLITE_OK if self._pygrader_own is None else self._pygrader_own(action, first, second, *rest)

        def set_authorizer(self, authorizer_callback: Any) -> None:
            """As of any connection."""
            self._pygrader_own = authorizer_callback
            base.set_authorizer(self, self._pygrader_decide)

        def _pygrader_called(self, function: Any) -> Any:
            """A function of the solution's for SQL, or for rows: while it runs, the connection stays open."""
            def calling(*args: Any) -> Any:
                self._pygrader_within += 1
                try:
                    return function(*args)
                finally:
                    self._pygrader_within -= 1
            return calling

        def create_function(self, name: str, narg: int, func: Any, **kwargs: Any) -> None:
            """As of any connection; the solution's have no name of SQLite's, on whose answers tests rely."""
            known = "select 1 from pragma_function_list where lower(name) = ?"
            if is_answering() and base.execute(self, known, (str(name).lower(),)).fetchone():
                raise TypeError(f"{str(name)[:100]!r} of a test's database cannot be replaced by the solution")
            base.create_function(self, name, narg, func if func is None else self._pygrader_called(func), **kwargs)

        def close(self) -> None:
            """As of any connection, but not within a statement of its own, which sqlite3 does not survive."""
            if self._pygrader_within:
                raise sqlite.ProgrammingError("a connection cannot be closed by a function that it calls")
            base.close(self)
    Connection.__module__, Connection.__qualname__ = base.__module__, base.__qualname__
    connect = sqlite.connect

    def connecting(*args: Any, **kwargs: Any) -> Any:
        return connect(*args, **kwargs) if len(args) > 5 else connect(*args, **{"factory": Connection, **kwargs})
    connecting.__name__ = connecting.__qualname__ = "connect"
    for names in (sqlite, sqlite.dbapi2):
        names.Connection, names.connect = Connection, connecting


@contextlib.contextmanager
def as_the_solution(function: Any) -> Iterator[None]:
    """While the solution calls a method of a test's connection: rows are made as it has asked for. Not for its threads,
    beside which the test goes on."""
    owner = function.__self__ if isinstance(function, types.BuiltinMethodType | types.MethodType) else None
    own = getattr(owner, "__dict__", {}).get("_pygrader_factories")
    if not own or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {name: getattr(owner, name) for name in own}
    for name, value in own.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


def set_factory(owner: Any, name: str, value: Any) -> bool:
    """Set what makes rows or texts of a test's connection: sqlite3.Row is the same class here, and holds for tests too;
    a function of the solution's holds for what the solution asks. False for any other attribute or object."""
    own = getattr(owner, "__dict__", {}).get("_pygrader_factories")
    known = _known(value)
    if own is None and _is_cursor(owner) and name == "row_factory":
        if known is None and value is not None:
            raise AttributeError("'row_factory' of a test's cursor cannot be a function of the solution's")
        setattr(owner, name, known)
        return True
    if own is None or name not in _FACTORIES:
        return False
    if known is not None or any(value is plain for plain in (None, str, bytes)):
        own.pop(name, None)
        setattr(owner, name, known or value)
    else:
        own[name] = owner._pygrader_called(value)
    return True


def _is_cursor(owner: Any) -> bool:
    sqlite: Any = sys.modules.get("sqlite3")
    return sqlite is not None and isinstance(owner, sqlite.Cursor)


def is_kept(owner: Any, name: str) -> bool:
    """Whether an attribute of a test's connection or cursor is there for good: sqlite3 does not check."""
    return name in _FACTORIES and (_is_cursor(owner) or "_pygrader_factories" in getattr(owner, "__dict__", {}))


def _known(value: Any) -> Any:
    try:
        return type.__getattribute__(value, "_pygrader_library")
    except (AttributeError, TypeError):  # a function of its own
        return None
