"""A test's sqlite3 connection in the solution's hands: what it holds is open, the judge's files are not.

SQL can open and write files (ATTACH, VACUUM INTO, which attaches too), so for as long as the solution has a statement
run an authorizer denies that (sqlite.org/c3ref/set_authorizer.html).
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

__tracebackhide__ = True  # pytest: no frame of this module is the test's

CONNECTION = frozenset((
    "cursor", "commit", "rollback", "execute", "executemany", "executescript", "close", "in_transaction",
    "total_changes", "row_factory", "text_factory", "isolation_level", "create_function", "create_aggregate",
    "create_collation", "iterdump", "interrupt", "set_trace_callback"))
CURSOR = frozenset((
    "execute", "executemany", "executescript", "fetchone", "fetchall", "fetchmany", "close", "lastrowid", "rowcount",
    "description", "arraysize", "row_factory", "connection"))
_RUN = frozenset(("execute", "executemany", "executescript"))


@contextlib.contextmanager
def guarded(function: Any) -> Iterator[None]:
    """While the solution calls a function of the tests', which may run a statement."""
    sqlite, owner = sys.modules.get("sqlite3"), getattr(function, "__self__", None)
    if sqlite is None or not isinstance(owner, (sqlite.Connection, sqlite.Cursor)) or function.__name__ not in _RUN:
        yield
        return
    connection: Any = owner.connection if isinstance(owner, sqlite.Cursor) else owner
    denied = (sqlite.SQLITE_ATTACH, sqlite.SQLITE_DETACH)
    connection.set_authorizer(lambda action, *_: sqlite.SQLITE_DENY if action in denied else sqlite.SQLITE_OK)
    try:
        yield
    finally:
        with contextlib.suppress(sqlite.ProgrammingError):  # a statement may call what closes it
            connection.set_authorizer(None)


def factory(value: Any) -> Any:
    """What the solution sets for rows: sqlite3.Row is the same class here."""
    try:
        return type.__getattribute__(value, "_pygrader_library")
    except (AttributeError, TypeError):  # a function of its own
        return value
