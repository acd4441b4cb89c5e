from logging import DEBUG, ERROR, INFO, WARNING, getLogger
from warnings import warn


class OldApiWarning(UserWarning):
    """Somebody uses the old spelling."""


def _log(level, text, **kwargs):
    getLogger("importer").log(level, text, **kwargs)


def import_rows(rows):
    _log(INFO, f"importing {len(rows)} rows")
    numbers = {}
    for i, row in enumerate(rows):
        if row.isdigit():
            numbers[i] = int(row)
            _log(DEBUG, f"row {i + 1} -> {row}")
        else:
            _log(WARNING, f"row {i + 1} is bad: {row!r}")
    _log(INFO, f"imported {len(numbers)} rows")
    return list(numbers.values())


def divide_all(number, divisors):
    def one(divisor):
        try:
            return number // divisor
        except ZeroDivisionError as error:
            _log(ERROR, "division failed", exc_info=error)

    return [one(divisor) for divisor in divisors]


def old_area(width, height):
    warn(DeprecationWarning("old_area is deprecated, use area"), stacklevel=2)
    return width * height


def parse_colour(text):
    fixed = {"grey": "gray"}.get(text, text)
    if fixed is not text:
        warn(OldApiWarning(f"{text!r} is spelt {fixed!r}"), stacklevel=2)
    return fixed
