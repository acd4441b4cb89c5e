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
            return replace(self, minor=self.minor + 1)
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


@dataclass
class Order:
    customer: str
    items: list = field(default_factory=list)
    notes: list = field(default_factory=list, compare=False, kw_only=True)

    def total(self):
        return sum(item.price * item.quantity for item in self.items)
