"""csv.DictReader, and a class that collects the report."""

import csv
import decimal
import io
import string

EXTRA = object()
DIGITS = set(string.digits)


def is_amount(text):
    if text[:1] in ("+", "-"):
        text = text[1:]
    whole, point, fraction = text.partition(".")
    parts = [whole, fraction] if point else [whole]
    return all(part and DIGITS.issuperset(part) for part in parts)


class Report:
    def __init__(self):
        self.groups = {}
        self.good = 0
        self.bad = 0
        self.bad_rows = []

    def add(self, name, amount):
        entry = self.groups.setdefault(name, {"rows": 0, "total": decimal.Decimal()})
        entry["rows"] += 1
        entry["total"] += decimal.Decimal(amount)
        self.good += 1

    def refuse(self, reason):
        self.bad += 1
        if len(self.bad_rows) < 100:
            self.bad_rows.append({"row": self.good + self.bad, "reason": reason})


def without_mark(raw):
    if raw.peek(3)[:3] == b"\xef\xbb\xbf":
        raw.read(3)
    return raw


def csv_report(path, group, amount, *, encoding="utf-8"):
    report = Report()
    with open(path, "rb") as raw:
        if encoding.lower().replace("_", "-") == "utf-8":
            without_mark(raw)
        text = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
        reader = csv.DictReader(text, restkey=EXTRA, restval=EXTRA)
        while reader.fieldnames == []:
            reader.fieldnames = next(reader.reader, None)
        names = reader.fieldnames
        for name in (group, amount):
            if names is not None and name not in names:
                raise ValueError(f"column {name!r} is missing, there are {names}")
        for row in reader if names else ():
            if EXTRA in row or EXTRA in row.values():
                report.refuse("columns")
            elif not row[group].strip():
                report.refuse("group")
            elif not is_amount(row[amount].strip()):
                report.refuse("amount")
            else:
                report.add(row[group].strip(), row[amount].strip())
    return vars(report)
