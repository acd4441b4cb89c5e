import decimal
from collections import Counter


class OutOfStock(LookupError):
    name = property(lambda self: self.args[0])
    missing = property(lambda self: self.args[1])


class Product:
    def __init__(self, name, price, best_before):
        self.name = name
        self.price = price
        self.best_before = best_before

    def discounted(self, percent):
        with decimal.localcontext() as context:
            context.rounding = decimal.ROUND_HALF_UP
            return (self.price * (100 - percent) / 100).quantize(decimal.Decimal("1.00"))

    def days_left(self, today):
        if self.best_before is not None:
            return self.best_before.toordinal() - today.toordinal()


class Inventory(dict):
    def __init__(self):
        super().__init__()
        self.stock = Counter()

    def __iter__(self):
        return iter(self.values())

    def add(self, product, quantity):
        if not quantity >= 0:
            raise ValueError(quantity)
        self[product.name] = product
        self.stock[product.name] += quantity

    product = dict.__getitem__

    def quantity(self, name):
        return self.stock[self[name].name]

    def remove(self, name, quantity):
        missing = quantity - self.quantity(name)
        if missing > 0:
            raise OutOfStock(name, missing)
        self.stock[name] -= quantity

    def value(self):
        total = decimal.Decimal(0)
        for product in self.values():
            total += product.price * self.stock[product.name]
        return total

    def most_valuable(self):
        if self:
            return sorted(self.values(), key=lambda p: p.price * self.stock[p.name])[-1]

    def expiring(self, today, within):
        limit = today + within
        return list(filter(lambda p: p.best_before is not None and p.best_before <= limit, self.values()))
