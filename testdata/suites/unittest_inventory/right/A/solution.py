from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


class OutOfStock(Exception):
    def __init__(self, name, missing):
        super().__init__(f"{missing} too few of {name}")
        self.name, self.missing = name, missing


@dataclass(frozen=True)
class Product:
    name: str
    price: Decimal
    best_before: date | None

    def discounted(self, percent):
        price = self.price * (100 - percent) / 100
        return price.quantize(Decimal("0.01"), ROUND_HALF_UP)

    def days_left(self, today):
        return (self.best_before - today).days if self.best_before else None


class Inventory:
    def __init__(self):
        self._products = {}
        self._stock = {}

    def add(self, product, quantity):
        if quantity < 0:
            raise ValueError("negative quantity")
        self._products[product.name] = product
        self._stock[product.name] = self._stock.get(product.name, 0) + quantity

    def remove(self, name, quantity):
        left = self._stock[name] - quantity
        if left < 0:
            raise OutOfStock(name, -left)
        self._stock[name] = left

    def product(self, name):
        return self._products[name]

    def quantity(self, name):
        return self._stock[name]

    def __contains__(self, name):
        return name in self._products

    def __iter__(self):
        return iter(self._products.values())

    def __len__(self):
        return len(self._products)

    def _worth(self, product):
        return product.price * self._stock[product.name]

    def value(self):
        return sum(map(self._worth, self), Decimal())

    def most_valuable(self):
        return max(self, key=self._worth, default=None)

    def expiring(self, today, within):
        return [p for p in self if p.best_before and p.best_before - today <= within]
