"""A pipeline of generators: rows, then good values or a reason, then the report."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path


class BadRow(Exception):
    """A row that cannot be counted."""


def _rows(path: str, encoding: str) -> Iterator[list[str]]:
    if codecs.lookup(encoding).name == "utf-8":
        encoding = "utf-8-sig"
    with Path(path).open(encoding=encoding, errors="replace", newline="") as file:
        yield from filter(None, csv.reader(file))


def _column(header: list[str], name: str) -> int:
    if name not in header:
        raise ValueError(f"no column named {name}")
    return header.index(name)


def _amount(text: str) -> Decimal:
    if re.fullmatch(r"[+-]?[0-9]+(?:[.][0-9]+)?", text) is None:
        raise BadRow("amount")
    return Decimal(text)


def csv_report(path: str, group: str, amount: str, *, encoding: str = "utf-8") -> dict:
    counts: Counter[str] = Counter()
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    bad, bad_rows = 0, []
    with closing(_rows(path, encoding)) as rows:
        header = next(rows, [group, amount])
        group_at, amount_at = _column(header, group), _column(header, amount)
        for number, row in enumerate(rows, 1):
            try:
                if len(row) != len(header):
                    raise BadRow("columns")
                name = row[group_at].strip()
                if not name:
                    raise BadRow("group")
                totals[name] += _amount(row[amount_at].strip())
                counts[name] += 1
            except BadRow as problem:
                bad += 1
                if len(bad_rows) < 100:
                    bad_rows.append({"row": number, "reason": str(problem)})
    return {
        "groups": {name: {"rows": counts[name], "total": totals[name]} for name in counts},
        "good": counts.total(),
        "bad": bad,
        "bad_rows": bad_rows,
    }
