from bank import errors
from bank.ledger import Entry, Ledger


class Account:
    def __init__(self, name: str, ledger: Ledger) -> None:
        self.name, self._ledger = name, ledger

    def __lt__(self, other: "Account") -> bool:
        return self.name < other.name

    def deposit(self, amount: int) -> None:
        self._ledger.add(Entry(self.name, amount))

    def withdraw(self, amount: int) -> None:
        missing = amount - self.balance
        if missing > 0:
            raise errors.Overdraft(f"{self.name} lacks {missing}")
        self._ledger.add(Entry(self.name, -amount))

    balance = property(lambda self: self._ledger.balance(self.name))


def transfer(source: Account, target: Account, amount: int) -> None:
    source.withdraw(amount)
    target.deposit(amount)
