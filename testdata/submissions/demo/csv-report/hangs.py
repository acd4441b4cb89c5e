"""Looks for the header line by line, past the end of a file of blank lines."""

import csv
import re
from decimal import Decimal


def csv_report(path, group, amount, *, encoding="utf-8"):
    if encoding.lower() == "utf-8":
        encoding = "utf-8-sig"
    groups, good, bad, bad_rows = {}, 0, 0, []
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        line = file.readline()
        if not line:
            return {"groups": groups, "good": good, "bad": bad, "bad_rows": bad_rows}
        while not line.strip():
            line = file.readline()
        header = next(csv.reader([line]))
        for name in (group, amount):
            if name not in header:
                raise ValueError(f"there is no column {name!r}")
        at_group, at_amount = header.index(group), header.index(amount)
        for number, row in enumerate(filter(None, csv.reader(file)), 1):
            if len(row) != len(header):
                reason = "columns"
            elif not row[at_group].strip():
                reason = "group"
            elif not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", row[at_amount].strip()):
                reason = "amount"
            else:
                good += 1
                entry = groups.setdefault(row[at_group].strip(), {"rows": 0, "total": Decimal(0)})
                entry["rows"] += 1
                entry["total"] += Decimal(row[at_amount].strip())
                continue
            bad += 1
            if bad <= 100:
                bad_rows.append({"row": number, "reason": reason})
    return {"groups": groups, "good": good, "bad": bad, "bad_rows": bad_rows}
