import sqlite3

import pytest

from inventory import Inventory, OutOfStock, UnknownProduct, create_schema


def test_schema_creates_table(conn):
    names = [r[0] for r in conn.execute("select name from sqlite_master where type='table'")]
    assert "products" in names


def test_schema_is_idempotent(conn):
    create_schema(conn)


def test_quantity(store):
    assert store.quantity("bolt") == 100
    assert store.quantity("washer") == 0


def test_unknown(store):
    with pytest.raises(UnknownProduct, match="gear"):
        store.quantity("gear")


def test_duplicate_product(store):
    with pytest.raises(ValueError):
        store.add_product("bolt", 1, 1)


def test_receive(store):
    store.receive("bolt", 20)
    assert store.quantity("bolt") == 120


def test_receive_unknown(store):
    with pytest.raises(UnknownProduct):
        store.receive("gear", 1)


def test_ship(store):
    assert store.ship("nut", 50) == 200
    assert store.quantity("nut") == 200


def test_ship_too_many(store):
    with pytest.raises(OutOfStock) as e:
        store.ship("bolt", 101)
    assert e.value.product == "bolt"
    assert e.value.missing == 1
    assert store.quantity("bolt") == 100


@pytest.mark.parametrize("method", ["receive", "ship"])
@pytest.mark.parametrize("n", [0, -5])
def test_positive_only(store, method, n):
    with pytest.raises(ValueError):
        getattr(store, method)("bolt", n)


def test_out_of_stock_list(store):
    assert store.out_of_stock() == ["washer"]


def test_value(store):
    assert store.total_value() == 100 * 5 + 250 * 3


def test_value_of_empty(conn):
    assert Inventory(conn).total_value() == 0


def test_ship_order_is_atomic(store):
    with pytest.raises(OutOfStock):
        store.ship_order({"bolt": 10, "washer": 1})
    assert store.quantity("bolt") == 100


def test_ship_order(store):
    store.ship_order({"bolt": 10, "nut": 1})
    assert (store.quantity("bolt"), store.quantity("nut")) == (90, 249)


def test_no_sql_injection(store):
    evil = "x'; DROP TABLE products; --"
    store.add_product(evil, 1, 1)
    assert store.quantity(evil) == 1
    assert store.quantity("bolt") == 100


def test_data_persists_in_file(tmp_path):
    db = tmp_path / "inv.db"
    c = sqlite3.connect(db)
    create_schema(c)
    Inventory(c).add_product("gear", 7, 2)
    c.close()
    c2 = sqlite3.connect(db)
    assert Inventory(c2).quantity("gear") == 7
    c2.close()
