import pytest


@pytest.fixture(scope="session")
def text():
    return "The cat sat. The dog sat! A cat, a dog; THE END"
