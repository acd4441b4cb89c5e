"""Annotations that are texts."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Optional


class Category(enum.Enum):
    A = "a"


@dataclass
class Item:
    price: float
    category: Category = Category.A
    tags: list[str] | None = None
    above: Optional[Item] = None


class Special(Item):
    more: int = 0
