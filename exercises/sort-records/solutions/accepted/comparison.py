"""One sort with a comparison of two records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key


def _check(name: str, value: object) -> None:
    if value is not None and not isinstance(value, (int, float, str)):
        raise TypeError(f"{name}: {type(value).__name__} has no place in the order")


def _compare_values(left, right) -> int:
    if isinstance(left, str) != isinstance(right, str):
        return 1 if isinstance(left, str) else -1
    return (left > right) - (left < right)


def sort_records(
    records: list[dict],
    by: str | Sequence[str],
    *,
    descending: bool = False,
    missing: str = "last",
) -> list[dict]:
    if missing == "first":
        gap = -1
    elif missing == "last":
        gap = 1
    else:
        raise ValueError(f"no such place: {missing!r}")
    names = (by,) if isinstance(by, str) else tuple(by)
    for record in records:
        for name in names:
            _check(name, record.get(name))

    def compare(one: dict, other: dict) -> int:
        for name in names:
            left, right = one.get(name), other.get(name)
            if left is None or right is None:
                order = gap * ((left is None) - (right is None))
            else:
                order = _compare_values(left, right)
                if descending:
                    order = -order
            if order:
                return order
        return 0

    return sorted(records, key=cmp_to_key(compare))
