class UnknownProduct(Exception):
    pass


class OutOfStock(Exception):
    pass


def create_schema(conn):
    conn.execute("CREATE TABLE products (name TEXT PRIMARY KEY, qty INTEGER, price INTEGER)")


class Inventory:
    def __init__(self, conn):
        self.conn = conn

    def add_product(self, name, qty, price):
        self.conn.execute(f"INSERT INTO products VALUES ('{name}', {qty}, {price})")

    def quantity(self, name):
        row = self.conn.execute(f"SELECT qty FROM products WHERE name = '{name}'").fetchone()
        if not row:
            raise UnknownProduct(name)
        return row[0]

    def receive(self, name, n):
        if n <= 0:
            raise ValueError
        self.conn.execute(f"UPDATE products SET qty = qty + {n} WHERE name = '{name}'")

    def ship(self, name, n):
        if n <= 0:
            raise ValueError
        q = self.quantity(name)
        if n > q:
            raise OutOfStock(name)
        self.conn.execute(f"UPDATE products SET qty = {q - n} WHERE name = '{name}'")

    def ship_order(self, order):
        for k, v in order.items():
            self.ship(k, v)

    def out_of_stock(self):
        return self.conn.execute("SELECT name FROM products WHERE qty = 0").fetchall()

    def total_value(self):
        return self.conn.execute("SELECT SUM(qty * price) FROM products").fetchone()[0]
