from __future__ import annotations

from typing import Any


class InsufficientFunds(ValueError):
    needed = property(lambda self: self.args[0])
    available = property(lambda self: self.args[1])

    def __str__(self) -> str:
        return "needed {}, have {}".format(*self.args)


class Account:
    count = 0
    __slots__ = ("owner", "_start", "_log", "__weakref__")

    def __new__(cls, *args: Any, **kwargs: Any) -> Account:
        Account.count += 1
        return super().__new__(cls)

    def __init__(self, owner: str, balance: float = 0) -> None:
        self.owner, self._start = owner, balance
        self._log: list[tuple[str, float]] = []

    @property
    def history(self) -> list[tuple[str, float]]:
        return self._log.copy()

    @property
    def balance(self) -> float:
        return self._start + sum(n if kind == "deposit" else -n for kind, n in self._log)

    def _record(self, kind: str, amount: float) -> float:
        if not amount > 0:
            raise ValueError("an amount must be positive")
        self._log.append((kind, amount))
        return self.balance

    def deposit(self, amount: float) -> float:
        return self._record("deposit", amount)

    def withdraw(self, amount: float) -> float:
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        return self._record("withdraw", amount)

    def transfer(self, other: Account, amount: float) -> None:
        self.withdraw(amount)
        other.deposit(amount)

    def __repr__(self) -> str:
        return "%s(%r, %r)" % (self.__class__.__qualname__, self.owner, self.balance)


class SavingsAccount(Account):
    __slots__ = ("rate",)

    def __init__(self, owner: str, balance: float = 0, rate: float = 0.02) -> None:
        Account.__init__(self, owner, balance)
        self.rate = rate

    def add_interest(self) -> None:
        self.deposit(self.balance * self.rate)
