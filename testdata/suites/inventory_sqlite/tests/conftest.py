import sqlite3

import pytest

import inventory


@pytest.fixture(scope="session")
def seed_rows():
    return [("bolt", 100, 5), ("nut", 250, 3), ("washer", 0, 1)]


@pytest.fixture
def conn():
    c = sqlite3.connect(":memory:")
    inventory.create_schema(c)
    yield c
    c.close()


@pytest.fixture
def store(conn, seed_rows):
    s = inventory.Inventory(conn)
    for name, qty, price in seed_rows:
        s.add_product(name, qty, price)
    return s
