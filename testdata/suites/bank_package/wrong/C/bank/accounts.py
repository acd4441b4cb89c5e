import functools

from .errors import Overdraft


@functools.total_ordering
class Account:
    def __init__(self, name, ledger):
        self.name = name
        self.ledger = ledger

    @property
    def balance(self):
        return self.ledger.balance(self.name)

    def deposit(self, amount):
        self.ledger.book(self.name, amount)

    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdraft(self.name, amount - self.balance)
        self.ledger.book(self.name, -amount)

    def __eq__(self, other):
        return self.name == other.name

    def __lt__(self, other):
        return self.name < other.name
