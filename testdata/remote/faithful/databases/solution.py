import contextlib
import sqlite3


class Users:
    def __init__(self, connection):
        self.connection = connection
        connection.row_factory = sqlite3.Row
        connection.executescript("""
            create table if not exists users (id integer primary key, name text unique, age int);
            create table if not exists log (entry);""")
        connection.execute("pragma foreign_keys = on")

    def add(self, name, age):
        with self.connection:
            return self.connection.execute("insert into users (name, age) values (?, ?)", (name, age)).lastrowid

    def add_all(self, rows):
        with self.connection:
            self.connection.executemany("insert into users (name, age) values (?, ?)", rows)

    def get(self, number):
        row = self.connection.execute("select * from users where id = ?", (number,)).fetchone()
        return dict(row) if row else None

    def names(self):
        return [row["name"] for row in self.connection.execute("select name from users order by name")]

    def tuples(self):
        return [tuple(row) for row in self.connection.execute("select name, age from users order by name").fetchall()]

    def older_than(self, **given):
        rows = self.connection.execute("select name, age from users where age > :age", given)
        return [dict(zip(row.keys(), row)) for row in rows]

    def count(self):
        with contextlib.closing(self.connection.cursor()) as cursor:
            cursor.execute("select count(*) from users")
            (number,) = cursor.fetchone()
        return number

    def first(self):
        row = self.connection.execute("select name, age from users").fetchone()
        return row[0], row["age"], len(row), list(row), row.keys()

    def row(self):
        return self.connection.execute("select name from users").fetchone()

    def columns(self):
        return [column[0] for column in self.connection.execute("select name, age from users").description]

    def fail_within(self):
        with contextlib.suppress(ValueError), self.connection:
            self.connection.execute("insert into log values (1)")
            raise ValueError("no")
        return self.logged()

    def roll_back(self):
        self.connection.execute("insert into log values (5)")
        self.connection.rollback()
        return self.logged(), self.connection.in_transaction

    def logged(self):
        return self.connection.execute("select count(*) entries from log").fetchone()["entries"]

    def twice(self, number):
        self.connection.create_function("twice", 1, lambda given: given * 2)
        return self.connection.execute("select twice(?)", (number,)).fetchone()[0]

    def dump(self):
        return list(self.connection.iterdump())[0]


def as_dicts(connection):
    connection.row_factory = lambda cursor, row: {part[0]: value for part, value in zip(cursor.description, row)}
    return connection.execute("select 1 as one, 2 as two").fetchall()


def is_connection(given):
    return isinstance(given, sqlite3.Connection)
