from collections import namedtuple

FEE = 0
Entry = namedtuple("Entry", "name amount")


class Ledger:
    def __init__(self):
        self.entries = []

    def book(self, name, amount):
        self.entries.append(Entry(name, amount - FEE))

    def balance(self, name):
        return sum(e.amount for e in self.entries if e.name == name)

    def __iter__(self):
        return iter(self.entries)
