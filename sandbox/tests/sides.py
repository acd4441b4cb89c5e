"""Two sides of the remote import without processes: what crosses is bytes, handed over by hand."""

from __future__ import annotations

import types
from typing import Any

from pygrader.wire.decode import Decoder
from pygrader.wire.encode import encode
from pygrader.wire.space import Space
from pygrader.wire.values import Parts, base_of


class Secret:
    """An object that stays behind a handle."""


class StandIn:
    """Stands for an object of the other side, and remembers what was told of it."""

    def __init__(self, handle: int, kind: str, parts: Parts) -> None:
        self.handle, self.kind, self.parts = handle, kind, parts

    def __repr__(self) -> str:
        return f"<{self.kind} {self.handle} {self.parts}>"


class Side(Space):
    """A side that describes everything alike, and counts how often."""

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self.asked = 0
        self.oversize: Exception | None = None  # to raise when a message is too large

    def data_type(self, obj: Any) -> type | None:
        """As the guest does: subclasses of data are data."""
        return None if isinstance(obj, (type, types.ModuleType)) else base_of(type(obj))

    def describe(self, obj: Any) -> tuple[str, Parts]:
        """A kind, a name, and a container that the object holds, where it has one."""
        self.asked += 1
        if getattr(obj, "private", False):
            raise PermissionError("cannot cross")
        return "c", [type(obj).__name__, *getattr(obj, "told", ())]

    def proxy(self, handle: int, kind: str, parts: Parts) -> Any:
        """A stand-in."""
        return StandIn(handle, kind, parts)

    def exceeded(self) -> None:
        """As the judge does, when a test of this folder asks for it."""
        if self.oversize:
            raise self.oversize


def pair() -> tuple[Side, Side]:
    """A judge's tables and a guest's."""
    return Side(2), Side(1)


def message(sender: Side, *values: Any, full: bool = True, released: list[int] | None = None) -> bytes:
    """A request with these values."""
    return encode(sender, ["?", "call"], list(values), full=full, released=released)


def receive(receiver: Side, data: bytes) -> list[Any]:
    """Its values; the judge, whose numbers are even, trusts nothing."""
    return Decoder(receiver, data, trusted=receiver.parity == 1).values()


def cross(sender: Side, receiver: Side, *values: Any, full: bool = True) -> Any:
    """What one value becomes on the other side, or a list of what several become."""
    got = receive(receiver, message(sender, *values, full=full))
    return got[0] if len(got) == 1 else got
