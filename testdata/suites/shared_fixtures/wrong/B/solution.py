from contextlib import contextmanager


class Basket:
    def __init__(self, prices):
        self._prices = prices
        self._items = {}
        self._percent = 100

    def add(self, name, quantity=1):
        if name not in self._prices:
            raise KeyError(name)
        self._items[name] = self._items.get(name, 0) + quantity

    def __getitem__(self, name):
        return self._items[name]

    def __len__(self):
        return len(self._items)

    def total(self):
        full = sum(self._prices[name] * n for name, n in self._items.items())
        return full * self._percent // 100

    @contextmanager
    def discount(self, percent):
        self._percent -= percent
        yield self
        self._percent += percent


class Shop:
    def __init__(self, prices):
        self.prices = dict(prices)
        self.is_open = False
        self.baskets = []

    def open(self):
        self.is_open = True

    def close(self):
        pass

    def new_basket(self):
        if not self.is_open:
            raise RuntimeError("the shop is closed")
        self.baskets.append(Basket(self.prices))
        return self.baskets[-1]

    def forget(self, basket):
        self.baskets.remove(basket)

    def sorted(self, key):
        return sorted(self.prices.items(), key=key)

    def cheapest(self):
        return min(self.prices, key=self.prices.get)
