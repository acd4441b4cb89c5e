import pytest

from bank.accounts import Account
from bank.ledger import Ledger


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def ann(ledger):
    return Account("Ann", ledger)


@pytest.fixture
def bob(ledger):
    return Account("Bob", ledger)
