from unittest.mock import patch

import bank
import bank.ledger as ledger_module
from bank import transfer
from bank.ledger import Entry, Ledger


def test_transfer_is_booked(ann, bob, ledger):
    ann.deposit(10)
    transfer(ann, bob, 4)
    assert ledger.entries == [Entry("Ann", 10), Entry("Ann", -4), Entry("Bob", 4)]


def test_ledger_balance(ann, bob, ledger):
    ann.deposit(3)
    bob.deposit(4)
    assert ledger.balance("Bob") == 4
    assert sum(e.amount for e in ledger) == 7


def test_failed_transfer_books_nothing(ann, bob, ledger):
    try:
        transfer(ann, bob, 1)
    except bank.Overdraft:
        pass
    assert ledger.entries == []


def test_entries_are_exported():
    assert bank.Ledger is Ledger
    assert bank.ledger is ledger_module
    assert set(bank.__all__) == {"Account", "Ledger", "Overdraft", "transfer"}


def test_patched_in_the_submodule(ann):
    with patch("bank.ledger.FEE", 1):
        ann.deposit(10)
    assert ann.balance == 9
    ann.deposit(10)
    assert ann.balance == 19


def test_version_submodule():
    from bank import version
    assert version.as_text() == "bank 2.0"
