"""Weak references of tests to the candidate's objects: they are dead when nobody holds the object, on either side.

What stands for an object here dies with the last that tests hold of it. So where a test has a weak reference to one, it
is kept, and the guest is asked whether anything there still holds the object.
"""

from __future__ import annotations

import functools
import gc
import sys
import threading
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .classes import RemoteMeta

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_REF: Any = weakref.ref
_ONLY_HERE = 3  # references to what is kept: the table's, a variable's, getrefcount's own


class _Checked(type):
    def __instancecheck__(cls, obj: Any) -> bool:
        return isinstance(obj, _REF)


def _is_kept(obj: Any) -> bool:
    """Whether it is an object of the candidate's; what has a __del__ is let go at once, so that this runs."""
    return isinstance(type(obj), RemoteMeta) and not any(
        "__del__" in base._pygrader_claims for base in type(obj).__mro__ if isinstance(base, RemoteMeta))


class Weak:
    """What is kept for weak references of one test."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._kept: dict[int, Any] = {}  # by id
        self._asking = False

    def install(self) -> None:
        """Have tests' weak references, and gc.collect, ask."""
        weak = self

        class ref(_REF, metaclass=_Checked):  # type: ignore[misc]
            """As weakref.ref."""

            __slots__ = ()

            def __new__(cls, obj: Any, callback: Any = None, /) -> Any:
                if not _is_kept(obj) or sys._getframe(1).f_globals.get("__name__") == "weakref":
                    return _REF.__new__(_REF if cls is ref else cls, obj, callback)
                weak._kept[id(obj)] = obj
                return _REF.__new__(cls, obj, callback)

            def __call__(self) -> Any:
                found = _REF.__call__(self)
                if found is not None and sys.getrefcount(found) == _ONLY_HERE and not weak._lives(found):
                    return None
                return found
        ref.__module__ = ref.__qualname__ = "weakref"
        weakref.ref = ref  # type: ignore[assignment]
        gc.collect = self._and_there(gc.collect)

    def look(self, collect: bool = False) -> None:
        """Let go what neither side holds. collect: with the garbage collector, there too."""
        for number in list(self._kept):
            found = self._kept[number]
            if sys.getrefcount(found) == _ONLY_HERE:
                self._lives(found, collect)

    def _lives(self, found: Any, collect: bool = False) -> bool:
        """Whether the guest holds an object that tests hold no more; if not, it is let go."""
        remote = self._remote
        handle = remote.space.proxy_ids.get(id(found))
        if self._asking or not remote.usable() or threading.current_thread() is not threading.main_thread():
            return True
        self._asking = True
        try:
            lives = handle is not None and remote.plainly("lives", handle, collect) is True
        finally:
            self._asking = False
        if not lives:
            del self._kept[id(found)]
        return lives

    def _and_there(self, collecting: Callable[..., int]) -> Callable[..., int]:
        @functools.wraps(collecting)
        def collect(*args: Any) -> int:
            count = collecting(*args)
            self.look(True)
            return count
        return collect
