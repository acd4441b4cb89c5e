# loses: quoting
"""Numbers bad rows by lines of the file."""

import csv
import re
from decimal import Decimal

AMOUNT = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
LISTED = 100


def csv_report(path, group, amount, *, encoding="utf-8"):
    if encoding.lower() in ("utf-8", "utf8"):
        encoding = "utf-8-sig"
    groups = {}
    good = bad = 0
    bad_rows = []
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(file)
        rows = (row for row in reader if row)
        header = next(rows, None)
        if header is None:
            return {"groups": groups, "good": 0, "bad": 0, "bad_rows": bad_rows}
        for name in (group, amount):
            if name not in header:
                raise ValueError(f"the file has no column {name!r}")
        width, at_group, at_amount = len(header), header.index(group), header.index(amount)
        for row in rows:
            if len(row) != width:
                reason = "columns"
            elif not row[at_group].strip():
                reason = "group"
            elif not AMOUNT.fullmatch(row[at_amount].strip()):
                reason = "amount"
            else:
                entry = groups.setdefault(
                    row[at_group].strip(), {"rows": 0, "total": Decimal(0)}
                )
                entry["rows"] += 1
                entry["total"] += Decimal(row[at_amount].strip())
                good += 1
                continue
            bad += 1
            if bad <= LISTED:
                bad_rows.append({"row": reader.line_num - 1, "reason": reason})
    return {"groups": groups, "good": good, "bad": bad, "bad_rows": bad_rows}
