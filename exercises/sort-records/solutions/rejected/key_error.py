# loses: missing-place, descending, several-names, untouched
"""Expects every record to have the name: an absent one is a KeyError."""


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
        present = [record for record in result if record[name] is not None]
        absent = [record for record in result if record[name] is None]
        present.sort(key=lambda record: _rank(name, record[name]), reverse=descending)
        result = absent + present if missing == "first" else present + absent
    return result
