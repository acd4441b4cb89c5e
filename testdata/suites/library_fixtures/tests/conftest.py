import pytest

from library import Book, Library

CATALOGUE = [
    ("Dune", "Frank Herbert", 1965),
    ("Emma", "Jane Austen", 1815),
    ("Persuasion", "Jane Austen", 1817),
    ("Ulysses", "James Joyce", 1922),
]


@pytest.fixture(scope="session")
def catalogue():
    return [Book(*row) for row in CATALOGUE]


@pytest.fixture(scope="module")
def shared_library(catalogue):
    library = Library("shared")
    for book in catalogue:
        library.add(book)
    yield library
    library.close()
    assert library.closed


@pytest.fixture
def library():
    return Library("mine")
