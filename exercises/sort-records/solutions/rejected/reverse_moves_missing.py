# loses: descending, several-names
"""Sorts with reverse=True over a key that also holds the place of the missing."""


def _rank(name, value):
    if isinstance(value, (int, float)):
        return (0, value)
    if isinstance(value, str):
        return (1, value)
    raise TypeError(f"cannot sort by {name!r}: a value of type {type(value).__name__}")


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError(f"missing must be 'first' or 'last', not {missing!r}")
    names = [by] if isinstance(by, str) else by
    result = list(records)
    for name in reversed(names):
        result.sort(
            key=lambda record: (
                (record.get(name) is None) == (missing == "last"),
                (0, 0) if record.get(name) is None else _rank(name, record[name]),
            ),
            reverse=descending,
        )
    return result
