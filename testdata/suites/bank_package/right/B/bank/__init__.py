"""A bank in three modules."""
from bank import ledger
from bank.accounts import Account, transfer
from bank.errors import Overdraft

Ledger = ledger.Ledger
__all__ = ("Account", "Ledger", "Overdraft", "transfer")
