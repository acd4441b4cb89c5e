"""Right for one order; turning the list round turns round more than the values."""


def sort_records(records, by, *, descending=False, missing="last"):
    if missing not in ("first", "last"):
        raise ValueError("missing must be 'first' or 'last'")
    names = [by] if isinstance(by, str) else by

    def key(record):
        parts = []
        for name in names:
            value = record.get(name)
            absent = value is None
            if not absent and not isinstance(value, (int, float, str)):
                raise TypeError(f"cannot sort by {name}")
            place = absent if missing == "last" else not absent
            parts.append((place, isinstance(value, str), 0 if absent else value))
        return parts

    ordered = sorted(records, key=key)
    if descending:
        ordered.reverse()
    return ordered
