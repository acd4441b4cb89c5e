"""A database of the tests', in a connection that they pass in."""

# interface: objects
import sqlite3

import pytest
import solution
from solution import Users


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


@pytest.fixture
def users(connection):
    return Users(connection)


def test_add(users):
    assert users.add("a", 1) == 1 and users.get(1) == {"id": 1, "name": "a", "age": 1} and users.get(5) is None


def test_errors(users, connection):
    users.add("a", 1)
    with pytest.raises(sqlite3.IntegrityError):
        users.add("a", 2)
    assert users.count() == 1
    connection.close()
    with pytest.raises(sqlite3.ProgrammingError):
        users.count()


def test_many(users):
    users.add_all([("b", 2), ("a", 1)])
    users.add_all((name, 3) for name in "c")
    assert users.names() == ["a", "b", "c"] and users.tuples() == [("a", 1), ("b", 2), ("c", 3)]
    assert users.older_than(age=2) == [{"name": "c", "age": 3}]


def test_rows(users, connection):
    users.add("a", 1)
    assert users.first() == ("a", 1, 2, ["a", 1], ["name", "age"])
    assert users.row()["name"] == "a" and tuple(users.row()) == ("a",) and users.columns() == ["name", "age"]
    assert connection.execute("select name from users").fetchone()["name"] == "a"
    assert solution.as_dicts(connection) == [{"one": 1, "two": 2}]


def test_transactions(users):
    assert users.fail_within() == 0 and users.roll_back() == (0, False)


def test_more(users, connection):
    assert users.twice(21) == 42 and users.dump() == "BEGIN TRANSACTION;"
    assert users.connection is connection and solution.is_connection(connection) and not solution.is_connection(3)


def test_files_of_the_tests_own(tmp_path):
    connection = sqlite3.connect(tmp_path / "kept.db")
    Users(connection).add("a", 1)
    connection.close()
    assert Users(sqlite3.connect(tmp_path / "kept.db")).names() == ["a"]
