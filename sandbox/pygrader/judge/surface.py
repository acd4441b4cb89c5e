"""The surface of the interface `objects`: what tests may use of the candidate's classes (REMOTE.md, "Two interfaces").

Recorded where it is open, enforced where it is given. An entry is the name of an attribute, or an operation in
parentheses; entries stand under the name of a class that tests name, or under "*" for the rest.
"""

from __future__ import annotations

import inspect

from ..wire import operations

Entries = dict[str, list[str]]
REST = "*"
_PLAIN = frozenset(("(call)", "(iter)", "(with)", "(await)", "(aiter)", "(async with)", "(str)", "(repr)", "(format)"))
"""Always granted: what every handle offers with the interface `plain`, and texts, which tests compare as data."""
FUNCTION = "function"
EQUALS_DATA = "(== data)"
COMPARING = frozenset(f"({name})" for name, _ in operations.COMPARISONS.values()) | {
    f"({name})" for name, _ in operations.BINARY.values()} | {
    EQUALS_DATA, "(isinstance)", "(doctest)", "(order data)"} | {
        f"({name} data)" for name, _ in operations.BINARY.values()}
"""The entries by which the candidate's code answers what a test compares."""


class Surface:
    """granted: what may be used; None: everything, and what is used is kept. recording: for a reference solution, whose
    author will read what is kept: its objects may equal data too."""

    def __init__(self, granted: Entries | None, recording: bool = False) -> None:
        self.recording = recording
        self._granted = None if granted is None else {name: frozenset(given) for name, given in granted.items()}
        self._named: set[str] = set()
        self._used: set[tuple[tuple[str, ...], str]] = set()

    @property
    def open(self) -> bool:
        """Whether everything is granted."""
        return self._granted is None

    def name(self, kind: object) -> None:
        """A test has taken a class from the submission's module by its name."""
        if isinstance(kind, type):
            self._named.add(kind.__name__)

    def allows(self, kind: type | str, entry: str) -> bool:
        """Whether a test may use that of an object of this class, or a class whose name says what it is."""
        names = _names(kind)
        self._used.add((names, entry))
        return self._granted is None or entry in _PLAIN or self._grants(names, entry)

    def agreed(self, kind: type, entry: str) -> bool:
        """Whether a person agreed, or will be asked, that objects of this class answer so."""
        return self.recording if self._granted is None else self._grants(_names(kind), entry)

    def offers(self, kind: type, entry: str) -> bool:
        """As allows, for what does not count as used."""
        return self._granted is None or self._grants(_names(kind), entry)

    def _grants(self, names: tuple[str, ...], entry: str) -> bool:
        assert self._granted is not None
        keys = [name for name in names if name in self._granted] or [REST]
        return any(entry in self._granted.get(key, ()) for key in keys)

    def equalled_data(self, kind: type) -> None:
        """An object of this class did so, and a test needed it."""
        self._used.add((_names(kind), EQUALS_DATA))

    def used(self) -> Entries:
        """What was used so far, each under the nearest class that a test named."""
        found: dict[str, set[str]] = {}
        for names, entry in self._used:
            key = next((name for name in names if name in self._named or name == FUNCTION), REST)
            found.setdefault(key, set()).add(entry)
        return {key: sorted(found[key]) for key in sorted(found)}


def _names(kind: type | str) -> tuple[str, ...]:
    """The names of a class and of its bases, the nearest first."""
    if isinstance(kind, str):
        return (kind,)
    return tuple(base.__name__ for base in inspect.getmro(kind)
                 if hasattr(base, "_pygrader") and base.__name__ not in (FUNCTION, REST))
