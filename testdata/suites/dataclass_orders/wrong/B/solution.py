from dataclasses import dataclass, field, replace


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    patch: int = 0

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))

    def bump(self, part):
        if part == "major":
            return Version(self.major + 1)
        if part == "minor":
            return Version(self.major, self.minor + 1)
        return replace(self, patch=self.patch + 1)

    def __str__(self):
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass
class Item:
    name: str
    price: int
    quantity: int = 1

    def __post_init__(self):
        if self.quantity < 1:
            raise ValueError("quantity must be at least 1")


class Order:
    def __init__(self, customer, items=[], *, notes=[]):
        self.customer = customer
        self.items = items
        self.notes = notes

    def __eq__(self, other):
        return (self.customer, self.items) == (other.customer, other.items)

    @property
    def total(self):
        return sum(item.price * item.quantity for item in self.items)
