"""One pass over the file, which holds one row at a time."""

import csv
import re
from decimal import Decimal

_AMOUNT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_MOST_LISTED = 100


def _fault(row, width, group_at, amount_at):
    if len(row) != width:
        return "columns"
    if not row[group_at].strip():
        return "group"
    if not _AMOUNT.fullmatch(row[amount_at].strip()):
        return "amount"
    return None


def csv_report(path, group, amount, *, encoding="utf-8"):
    report = {"groups": {}, "good": 0, "bad": 0, "bad_rows": []}
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        encoding = "utf-8-sig"
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        rows = filter(None, csv.reader(file))
        header = next(rows, None)
        if header is None:
            return report
        for name in group, amount:
            if name not in header:
                raise ValueError(f"there is no column {name!r}")
        group_at, amount_at = header.index(group), header.index(amount)
        for number, row in enumerate(rows, 1):
            fault = _fault(row, len(header), group_at, amount_at)
            if fault:
                report["bad"] += 1
                if report["bad"] <= _MOST_LISTED:
                    report["bad_rows"].append({"row": number, "reason": fault})
                continue
            report["good"] += 1
            entry = report["groups"].setdefault(row[group_at].strip(), {"rows": 0, "total": Decimal()})
            entry["rows"] += 1
            entry["total"] += Decimal(row[amount_at].strip())
    return report
