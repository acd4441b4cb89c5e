# loses: missing-place, mixed-types
"""Marks a gap with a number that is thought to be larger than any other."""


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError(missing)
    names = [by] if isinstance(by, str) else by
    result = list(records)
    for name in reversed(names):
        gap = float("inf") if (missing == "last") != descending else float("-inf")
        if any(isinstance(record.get(name), str) for record in records):
            gap = "\U0010ffff" if (missing == "last") != descending else ""

        def key(record):
            value = record.get(name)
            return gap if value is None else value

        result.sort(key=key, reverse=descending)
    return result
