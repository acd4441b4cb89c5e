from dataclasses import dataclass, replace

FEE = 0


@dataclass(frozen=True)
class Entry:
    name: str
    amount: int


class Ledger:
    def __init__(self):
        self.entries = []

    def add(self, entry):
        self.entries.append(replace(entry, amount=entry.amount - FEE))

    def __iter__(self):
        yield from self.entries

    def balance(self, name):
        amounts = [entry.amount for entry in self if entry.name == name]
        return sum(amounts)
