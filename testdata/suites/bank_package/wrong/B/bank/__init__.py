from .accounts import Account
from .errors import Overdraft
from .ledger import Ledger

__all__ = ["Account", "Ledger", "Overdraft", "transfer"]


def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)
