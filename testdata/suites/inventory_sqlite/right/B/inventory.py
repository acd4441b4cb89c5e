class UnknownProduct(Exception):
    pass


class OutOfStock(Exception):
    def __init__(self, product, missing):
        self.product, self.missing = product, missing
        Exception.__init__(self, product, missing)


SCHEMA = """
create table if not exists products (
    id integer primary key,
    name text unique,
    qty integer default 0,
    price integer
);
"""


def create_schema(db):
    db.executescript(SCHEMA)


class Inventory(object):
    def __init__(self, db):
        self.db = db

    def _all(self):
        return {n: (q, p) for n, q, p in self.db.execute("select name, qty, price from products")}

    def _set(self, name, qty):
        self.db.execute("update products set qty=:q where name=:n", {"q": qty, "n": name})

    def add_product(self, name, qty, price):
        if name in self._all():
            raise ValueError("product exists")
        self.db.execute("insert into products (name, qty, price) values (?,?,?)", (name, qty, price))
        self.db.commit()

    def quantity(self, name):
        try:
            return self._all()[name][0]
        except KeyError:
            raise UnknownProduct("no such product: " + name)

    def receive(self, name, n):
        if n < 1:
            raise ValueError(n)
        self._set(name, self.quantity(name) + n)
        self.db.commit()

    def ship(self, name, n):
        self.ship_order({name: n})
        return self.quantity(name)

    def ship_order(self, order):
        new = {}
        for name, n in order.items():
            if n < 1:
                raise ValueError(n)
            left = self.quantity(name) - n
            if left < 0:
                raise OutOfStock(name, -left)
            new[name] = left
        for name, qty in new.items():
            self._set(name, qty)
        self.db.commit()

    def out_of_stock(self):
        return sorted(n for n, (q, _) in self._all().items() if q == 0)

    def total_value(self):
        return sum(q * p for q, p in self._all().values())
