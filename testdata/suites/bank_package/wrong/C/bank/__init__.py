from .accounts import Account
from .errors import Overdraft
from .ledger import FEE, Ledger

__all__ = ["Account", "FEE", "Ledger", "Overdraft", "transfer"]


def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)
