import datetime
from collections import defaultdict
from dataclasses import dataclass


class AlreadyLent(Exception):
    pass


@dataclass(frozen=True)
class Book:
    title: str
    author: str
    year: int


class Library:
    LOAN_DAYS = 21

    def __init__(self, name):
        self.name = name
        self.closed = False
        self.history = {}
        self._books = []
        self._lent = {}

    def add(self, book):
        if self.closed:
            raise RuntimeError("library is closed")
        self._books.append(book)

    def close(self):
        self.closed = True

    def __len__(self):
        return len(self._books)

    def __iter__(self):
        return iter(self._books)

    def __contains__(self, book):
        return book in self._books

    def __str__(self):
        n = len(self)
        return f"Library {self.name} ({n} book{'s' * (n != 1)})"

    def find(self, title):
        return next((b for b in self._books if b.title == title), None)

    def by_author(self, author):
        return [b for b in self._books if b.author == author]

    def oldest(self):
        return min(self._books, key=lambda b: b.year)

    def titles(self):
        return [b.title for b in self._books]

    def by_decade(self):
        groups = defaultdict(list)
        for b in self._books:
            groups[b.year // 10 * 10].append(b)
        return groups

    def lend(self, book, borrower, on=None):
        if book not in self._books:
            raise LookupError(book)
        if book in self._lent:
            raise AlreadyLent(f"{book.title} is lent to {self._lent[book]}")
        self._lent[book] = borrower
        self.history.setdefault(book, []).append(borrower)
        return (on or datetime.date.today()) + datetime.timedelta(days=self.LOAN_DAYS)

    def give_back(self, book):
        self._lent[book] = None

    def borrower(self, book):
        return self._lent.get(book)
