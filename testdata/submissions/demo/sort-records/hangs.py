"""Rotates records without a value to the end, for ever when none has one."""


def _kind_and_value(value, name):
    if isinstance(value, (int, float)):
        return 0, value
    if isinstance(value, str):
        return 1, value
    raise TypeError(f"cannot sort by {name!r}")


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError("missing must be 'first' or 'last'")
    names = [by] if isinstance(by, str) else by
    ordered = list(records)
    for name in reversed(names):
        known = [r for r in ordered if r.get(name) is not None]
        known.sort(key=lambda r: _kind_and_value(r[name], name), reverse=descending)
        ordered = [r for r in ordered if r.get(name) is None] + known
        while missing == "last" and ordered and ordered[0].get(name) is None:
            ordered.append(ordered.pop(0))
    return ordered
