import datetime

import pytest

from library import AlreadyLent, Book, Library


@pytest.fixture(scope="class")
def book():
    return Book("Dune", "Frank Herbert", 1965)


class TestLending:
    @pytest.fixture(autouse=True)
    def stocked(self, library, book):
        library.add(book)
        self.library = library
        self.book = book

    def test_lend(self):
        due = self.library.lend(self.book, "ann", on=datetime.date(2024, 2, 20))
        assert due == datetime.date(2024, 3, 12)
        assert self.library.borrower(self.book) == "ann"

    def test_lend_twice(self):
        self.library.lend(self.book, "ann")
        with pytest.raises(AlreadyLent, match="Dune is lent to ann"):
            self.library.lend(self.book, "bob")

    def test_give_back(self):
        self.library.lend(self.book, "ann")
        self.library.give_back(self.book)
        assert self.library.borrower(self.book) is None
        self.library.lend(self.book, "bob")

    def test_foreign_book(self):
        with pytest.raises(LookupError):
            self.library.lend(Book("Other", "Nobody", 2000), "ann")

    def test_history(self):
        self.library.lend(self.book, "ann")
        self.library.give_back(self.book)
        self.library.lend(self.book, "bob")
        assert self.library.history[self.book] == ["ann", "bob"]

    def test_library_is_fresh(self):
        assert self.library.history == {}
        assert len(self.library) == 1


def test_closed_library_refuses(library, book):
    library.close()
    with pytest.raises(RuntimeError):
        library.add(book)


def test_two_libraries(book):
    a, b = Library("a"), Library("b")
    a.add(book)
    assert book in a and book not in b
    assert str(a) == "Library a (1 book)"
    assert str(b) == "Library b (0 books)"
