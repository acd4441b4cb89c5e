"""What `__dict__` and vars() show of the candidate's classes and modules.

To tests it is all that is there, to the library and to us what this process holds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_WRAPPERS: dict[str, Any] = {"static": staticmethod, "class": classmethod}


def is_for_tests(depth: int = 2) -> bool:
    """Whether a test, or inspect for one, looks at what the function that calls this is about to give."""
    top = str(sys._getframe(depth).f_globals.get("__name__", "")).partition(".")[0]
    return top == "inspect" or top not in ("pygrader", "_pytest", "pytest") and top not in sys.stdlib_module_names


class Shown(dict[str, Any]):
    """A dict of which some values are asked for when they are looked at. own: the others."""

    def __init__(self, own: dict[str, Any], asked: Iterable[str], ask: Callable[[str], Any],
                 put: Callable[[str, Any], None] | None = None) -> None:
        self._asked = frozenset(asked) - own.keys()
        super().__init__({**own, **dict.fromkeys(self._asked)})
        self._ask, self._put = ask, put

    def __getitem__(self, name: str) -> Any:
        return self._ask(name) if name in self._asked else super().__getitem__(name)

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        if self._put is not None:
            self._put(name, value)

    def get(self, name: str, default: Any = None) -> Any:
        """As a dict's."""
        return self[name] if name in self else default

    def values(self) -> Any:
        """As a dict's, a list."""
        return [self[name] for name in self]

    def items(self) -> Any:
        """As a dict's, a list."""
        return [(name, self[name]) for name in self]

    def copy(self) -> dict[str, Any]:
        """All of it as a plain dict."""
        return dict(self.items())

    def __or__(self, other: Any) -> Any:
        return self.copy() | other

    def __iter__(self) -> Iterator[str]:
        return super().__iter__()  # of its own, or dict(this) would copy without asking


def static(told: Any) -> Any:
    """What a class holds under a name, as the guest tells it: its sort and the value."""
    sort, value = told
    return _WRAPPERS[sort](value) if sort else value
