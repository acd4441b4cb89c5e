"""The shape of the exercise; the hidden tests look at the edges."""

from decimal import Decimal

import pytest

from solution import csv_report


@pytest.mark.task("quoting")
def test_the_example_of_the_statement(sandbox_files):
    """Groups, totals and the account of a bad row."""
    path = sandbox_files.write(
        "orders.csv",
        "id,region,amount,note\n"
        '1,north,12.50,"first order, paid"\n'
        "2,south,n/a,\n"
        '3,north,0.25,"two\nlines"\n',
    )
    assert csv_report(path, "region", "amount") == {
        "groups": {"north": {"rows": 2, "total": Decimal("12.75")}},
        "good": 2,
        "bad": 1,
        "bad_rows": [{"row": 2, "reason": "amount"}],
    }


@pytest.mark.task("bad-rows")
def test_a_bad_row_does_not_end_the_report(sandbox_files):
    """The rows behind a bad one still count."""
    path = sandbox_files.write("t.csv", "who,sum\na,1\nb\n,5\na,2\nb,4\n")
    assert csv_report(path, "who", "sum") == {
        "groups": {
            "a": {"rows": 2, "total": Decimal(3)},
            "b": {"rows": 1, "total": Decimal(4)},
        },
        "good": 3,
        "bad": 2,
        "bad_rows": [{"row": 2, "reason": "columns"}, {"row": 3, "reason": "group"}],
    }


@pytest.mark.task("exact-money")
def test_ten_cents_and_twenty(sandbox_files):
    """0.10 and 0.20 are 0.30, and the total is a Decimal."""
    path = sandbox_files.write("t.csv", "who,sum\na,0.10\na,0.20\n")
    total = csv_report(path, "who", "sum")["groups"]["a"]["total"]
    assert type(total) is Decimal
    assert total == Decimal("0.30")


@pytest.mark.task("empty")
def test_a_missing_column_is_named(sandbox_files):
    """The caller learns which column the file lacks."""
    path = sandbox_files.write("t.csv", "who,sum\na,1\n")
    with pytest.raises(ValueError, match="region"):
        csv_report(path, "region", "sum")
