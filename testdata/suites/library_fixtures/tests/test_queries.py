import pytest

from library import Book


@pytest.mark.usefixtures("shared_library")
class TestQueries:
    def test_len(self, shared_library):
        assert len(shared_library) == 4

    def test_by_author(self, shared_library):
        assert [b.title for b in shared_library.by_author("Jane Austen")] == ["Emma", "Persuasion"]

    def test_contains(self, shared_library, catalogue):
        assert catalogue[0] in shared_library
        assert Book("Dune", "Frank Herbert", 1965) in shared_library
        assert Book("Dune", "Frank Herbert", 1999) not in shared_library

    def test_find_returns_the_same_book(self, shared_library, catalogue):
        assert shared_library.find("Emma") is catalogue[1]

    def test_find_missing(self, shared_library):
        assert shared_library.find("Nope") is None

    def test_oldest(self, shared_library):
        assert shared_library.oldest().year == 1815

    def test_titles_is_sorted_copy(self, shared_library):
        titles = shared_library.titles()
        assert titles == sorted(titles)
        titles.clear()
        assert len(shared_library.titles()) == 4

    def test_iteration(self, shared_library, catalogue):
        assert list(shared_library) == catalogue
        assert {b.author for b in shared_library} == {"Frank Herbert", "Jane Austen", "James Joyce"}

    def test_by_decade(self, shared_library):
        groups = shared_library.by_decade()
        assert sorted(groups) == [1810, 1920, 1960]
        assert [b.title for b in groups[1810]] == ["Emma", "Persuasion"]
