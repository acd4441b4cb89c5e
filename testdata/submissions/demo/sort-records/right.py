"""Sort by one name after the other, the least important one first."""


def _kind_and_value(value, name):
    if isinstance(value, (int, float)):
        return 0, value
    if isinstance(value, str):
        return 1, value
    raise TypeError(f"{name!r} holds a {type(value).__name__}, which has no place in the order")


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError(f"missing must be 'first' or 'last', not {missing!r}")
    names = (by,) if isinstance(by, str) else tuple(by)
    ordered = list(records)
    for name in reversed(names):
        known = [r for r in ordered if r.get(name) is not None]
        unknown = [r for r in ordered if r.get(name) is None]
        known.sort(key=lambda r: _kind_and_value(r[name], name), reverse=descending)
        ordered = unknown + known if missing == "first" else known + unknown
    return ordered
