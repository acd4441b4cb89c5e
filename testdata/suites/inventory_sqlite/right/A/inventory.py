import sqlite3


class UnknownProduct(LookupError):
    pass


class OutOfStock(Exception):
    def __init__(self, product, missing):
        super().__init__(f"{product}: {missing} missing")
        self.product = product
        self.missing = missing


def create_schema(conn):
    conn.execute(
        "CREATE TABLE IF NOT EXISTS products ("
        "name TEXT PRIMARY KEY, qty INTEGER NOT NULL, price INTEGER NOT NULL)"
    )
    conn.commit()


class Inventory:
    def __init__(self, conn):
        self.conn = conn

    def add_product(self, name, qty, price):
        try:
            with self.conn:
                self.conn.execute("INSERT INTO products VALUES (?, ?, ?)", (name, qty, price))
        except sqlite3.IntegrityError as exc:
            raise ValueError(f"duplicate product {name}") from exc

    def quantity(self, name):
        row = self.conn.execute("SELECT qty FROM products WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise UnknownProduct(name)
        return row[0]

    def _change(self, name, delta):
        self.conn.execute("UPDATE products SET qty = qty + ? WHERE name = ?", (delta, name))

    def receive(self, name, n):
        if n <= 0:
            raise ValueError("n must be positive")
        self.quantity(name)
        with self.conn:
            self._change(name, n)

    def _ship(self, name, n):
        if n <= 0:
            raise ValueError("n must be positive")
        have = self.quantity(name)
        if have < n:
            raise OutOfStock(name, n - have)
        self._change(name, -n)
        return have - n

    def ship(self, name, n):
        with self.conn:
            return self._ship(name, n)

    def ship_order(self, order):
        with self.conn:
            for name, n in order.items():
                self._ship(name, n)

    def out_of_stock(self):
        return [r[0] for r in self.conn.execute("SELECT name FROM products WHERE qty = 0 ORDER BY name")]

    def total_value(self):
        return self.conn.execute("SELECT COALESCE(SUM(qty * price), 0) FROM products").fetchone()[0]
