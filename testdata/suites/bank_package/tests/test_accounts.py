import pytest

from bank.accounts import Account
from bank.errors import BankError, Overdraft


def test_deposit(ann):
    ann.deposit(10)
    assert ann.balance == 10


def test_overdraft(ann):
    with pytest.raises(Overdraft, match="Ann lacks 5"):
        ann.withdraw(5)
    assert issubclass(Overdraft, BankError)


def test_accounts_are_ordered_by_name(ann, bob):
    assert sorted([bob, ann]) == [ann, bob]


def test_same_name_is_not_same_account(ann, ledger):
    assert Account("Ann", ledger) is not ann
