from collections import Counter


class Basket(Counter):
    shop = None
    factor = 1.0

    def add(self, name, quantity=1):
        self.shop.prices[name]
        self[name] += quantity

    def __hash__(self):
        return id(self)

    def total(self):
        return sum(self.shop.prices[name] * self[name] for name in self) * self.factor

    def discount(self, percent):
        return _Discount(self, percent / 100)


class _Discount:
    def __init__(self, basket, part):
        self.basket, self.part = basket, part

    def __enter__(self):
        self.basket.factor -= self.part

    def __exit__(self, *info):
        self.basket.factor += self.part


class Shop:
    is_open = property(lambda self: self._open)

    def __init__(self, prices):
        self.prices, self._open, self._baskets = prices.copy(), False, {}

    def open(self):
        self._open = True

    def close(self):
        self._open = False

    def new_basket(self):
        if self._open:
            basket = Basket()
            basket.shop = self
            self._baskets[id(basket)] = basket
            return basket
        raise RuntimeError("the shop is closed")

    @property
    def baskets(self):
        return [*self._baskets.values()]

    def forget(self, basket):
        del self._baskets[id(basket)]

    def cheapest(self):
        return self.sorted(lambda pair: pair[1])[0][0]

    def sorted(self, key):
        pairs = list(self.prices.items())
        pairs.sort(key=key)
        return pairs
