from datetime import date, timedelta
from itertools import groupby
import operator
from typing import NamedTuple


class Book(NamedTuple):
    title: str
    author: str
    year: int


class AlreadyLent(RuntimeError):
    def __init__(self, book, who):
        self.book, self.who = book, who
        RuntimeError.__init__(self, "%s is lent to %s" % (book.title, who))


class Library(list):
    def __init__(self, name):
        super().__init__()
        self.name, self.closed = name, False
        self.history, self.out = {}, {}

    def add(self, book):
        if self.closed:
            raise RuntimeError(f"{self.name} is closed")
        self.append(book)

    def close(self):
        self.closed = True

    def __str__(self):
        return "Library {} ({} {})".format(self.name, len(self), "book" if len(self) == 1 else "books")

    def find(self, title):
        for book in self:
            if book.title == title:
                return book

    def by_author(self, author):
        return list(filter(lambda b: b.author == author, self))

    def oldest(self):
        return sorted(self, key=operator.attrgetter("year"))[0]

    def titles(self):
        return sorted(map(operator.itemgetter(0), self))

    def by_decade(self):
        decade = lambda b: b.year - b.year % 10
        return {k: list(g) for k, g in groupby(sorted(self, key=decade), decade)}

    def lend(self, book, who, on=None):
        if book not in self:
            raise LookupError("not our book")
        if self.out.get(book):
            raise AlreadyLent(book, self.out[book])
        self.out[book] = who
        self.history[book] = self.history.get(book, []) + [who]
        return (on if on else date.today()) + timedelta(weeks=3)

    def give_back(self, book):
        self.out.pop(book)

    def borrower(self, book):
        return self.out.get(book)
