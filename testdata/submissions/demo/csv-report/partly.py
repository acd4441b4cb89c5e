"""Reads the whole file into memory, and trusts Decimal with what an amount is."""

import csv
import io
from decimal import Decimal, InvalidOperation


def csv_report(path, group, amount, *, encoding="utf-8"):
    if encoding.lower() == "utf-8":
        encoding = "utf-8-sig"
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        text = file.read()
    groups, good, bad, bad_rows = {}, 0, 0, []
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    if rows:
        header = rows.pop(0)
        for name in (group, amount):
            if name not in header:
                raise ValueError(f"there is no column {name!r}")
        at_group, at_amount = header.index(group), header.index(amount)
        for number, row in enumerate(rows, 1):
            reason = None
            if len(row) != len(header):
                reason = "columns"
            elif not row[at_group].strip():
                reason = "group"
            else:
                try:
                    value = Decimal(row[at_amount])
                except InvalidOperation:
                    reason = "amount"
            if reason:
                bad += 1
                if bad <= 100:
                    bad_rows.append({"row": number, "reason": reason})
            else:
                good += 1
                entry = groups.setdefault(row[at_group].strip(), {"rows": 0, "total": Decimal(0)})
                entry["rows"] += 1
                entry["total"] += value
    return {"groups": groups, "good": good, "bad": bad, "bad_rows": bad_rows}
