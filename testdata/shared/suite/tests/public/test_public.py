import pytest
from solution import add


@pytest.mark.task("add")
def test_add(two):
    assert add(1, two) == 3
