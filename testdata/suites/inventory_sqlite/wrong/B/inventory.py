import sqlite3


class UnknownProduct(Exception):
    pass


class OutOfStock(Exception):
    def __init__(self, product, missing):
        self.product = product
        self.missing = missing


def create_schema(conn):
    conn.execute("CREATE TABLE IF NOT EXISTS products (name TEXT PRIMARY KEY, qty INTEGER, price INTEGER)")


class Inventory:
    def __init__(self, conn):
        self.conn = conn

    def add_product(self, name, qty, price):
        try:
            self.conn.execute("INSERT INTO products VALUES (?, ?, ?)", (name, qty, price))
        except sqlite3.IntegrityError:
            raise ValueError("exists")

    def quantity(self, name):
        row = self.conn.execute("SELECT qty FROM products WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise UnknownProduct(name)
        return row[0]

    def receive(self, name, n):
        if n < 0:
            raise ValueError("n")
        self.conn.execute("UPDATE products SET qty = qty + ? WHERE name = ?", (n, name))

    def ship(self, name, n):
        if n < 0:
            raise ValueError("n")
        q = self.quantity(name)
        if n > q:
            raise OutOfStock(name, n - q)
        self.conn.execute("UPDATE products SET qty = qty - ? WHERE name = ?", (n, name))
        return q - n

    def ship_order(self, order):
        for k, v in order.items():
            self.ship(k, v)

    def out_of_stock(self):
        return [r[0] for r in self.conn.execute("SELECT name FROM products WHERE qty = 0")]

    def total_value(self):
        return sum(r[0] for r in self.conn.execute("SELECT qty * price FROM products"))
