import pytest

from solution import Account, InsufficientFunds, SavingsAccount


@pytest.fixture(autouse=True)
def reset_counter():
    Account.count = 0


@pytest.fixture
def account():
    return Account("Ann", balance=100)


class TestAccount:
    def test_starts_with_balance(self, account):
        assert account.owner == "Ann"
        assert account.balance == 100

    def test_deposit_returns_new_balance(self, account):
        assert account.deposit(50) == 150
        assert account.balance == 150

    @pytest.mark.parametrize("amount", [0, -5])
    def test_deposit_must_be_positive(self, account, amount):
        with pytest.raises(ValueError, match="must be positive"):
            account.deposit(amount)
        assert account.balance == 100

    def test_overdraft(self, account):
        with pytest.raises(InsufficientFunds) as excinfo:
            account.withdraw(130)
        assert excinfo.value.needed == 130
        assert excinfo.value.available == 100
        assert str(excinfo.value) == "needed 130, have 100"
        assert isinstance(excinfo.value, ValueError)

    def test_balance_is_read_only(self, account):
        with pytest.raises(AttributeError):
            account.balance = 1000000

    def test_counts_accounts(self, account):
        assert Account.count == 1
        Account("Bob")
        SavingsAccount("Cid", rate=0.1)
        assert Account.count == 3

    def test_history_is_a_copy(self, account):
        account.deposit(1)
        account.withdraw(2)
        account.history.append("forged")
        assert account.history == [("deposit", 1), ("withdraw", 2)]


class TestTransfer:
    def test_moves_money(self, account):
        other = Account("Bob")
        account.transfer(other, 30)
        assert (account.balance, other.balance) == (70, 30)

    def test_failed_transfer_changes_nothing(self, account):
        other = Account("Bob")
        with pytest.raises(InsufficientFunds):
            account.transfer(other, 101)
        assert (account.balance, other.balance) == (100, 0)
        assert other.history == []


class TestSavings:
    def test_is_an_account(self):
        assert issubclass(SavingsAccount, Account)
        assert isinstance(SavingsAccount("x"), Account)

    def test_interest(self):
        s = SavingsAccount("x", balance=200, rate=0.25)
        s.add_interest()
        assert s.balance == 250
        assert s.history == [("deposit", 50)]

    def test_repr(self, account):
        assert repr(account) == "Account('Ann', 100)"
        assert repr(SavingsAccount("S", 5)) == "SavingsAccount('S', 5)"
