import pytest

import solution


@pytest.fixture(scope="module")
def states():
    return solution.State


@pytest.fixture
def door():
    return solution.Door()


@pytest.fixture
def log():
    return []
