from __future__ import annotations

import dataclasses as dc
from typing import ClassVar


@dc.dataclass(order=True, frozen=True, slots=True)
class Version:
    PARTS: ClassVar[tuple[str, ...]] = ("major", "minor", "patch")
    major: int
    minor: int = 0
    patch: int = 0

    @staticmethod
    def parse(text: str) -> Version:
        major, minor, patch = text.split(".")
        return Version(int(major), int(minor), int(patch))

    def bump(self, part: str) -> Version:
        values = list(dc.astuple(self))
        place = self.PARTS.index(part)
        return Version(*values[:place], values[place] + 1)

    def __str__(self) -> str:
        return ".".join(map(str, dc.astuple(self)))


@dc.dataclass(eq=True)
class Item:
    name: str
    price: int
    quantity: int = dc.field(default=1)

    def __post_init__(self) -> None:
        if not self.quantity > 0:
            raise ValueError(f"bad quantity: {self.quantity}")


@dc.dataclass
class Order:
    customer: str
    items: list[Item] = dc.field(default_factory=list)
    _: dc.KW_ONLY
    notes: list[str] = dc.field(default_factory=list, compare=False)

    @property
    def total(self) -> int:
        total = 0
        for item in self.items:
            total += item.quantity * item.price
        return total
