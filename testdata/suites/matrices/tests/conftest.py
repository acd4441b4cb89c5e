import pytest


@pytest.fixture
def m():
    from solution import Matrix
    return Matrix([[1, 2, 3], [4, 5, 6]])
