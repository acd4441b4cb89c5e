"""Sort records by names that some of them lack."""

from __future__ import annotations

from collections.abc import Sequence


def sort_records(
    records: list[dict],
    by: str | Sequence[str],
    *,
    descending: bool = False,
    missing: str = "last",
) -> list[dict]:
    """Return the records in a new list, sorted by one or more names."""
    raise NotImplementedError
