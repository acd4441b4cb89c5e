# loses: order, mixed-types
"""Makes text of every value, so that 10 comes before 9."""


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError(f"missing must be 'first' or 'last', not {missing!r}")
    names = [by] if isinstance(by, str) else by
    result = list(records)
    for name in reversed(names):
        present = [record for record in result if record.get(name) is not None]
        absent = [record for record in result if record.get(name) is None]
        present.sort(key=lambda record: str(record[name]), reverse=descending)
        result = absent + present if missing == "first" else present + absent
    return result
