class AccountError(ValueError):
    def __init__(self, reason, code):
        super().__init__(reason)
        self.code = code


class BankAccount:
    def __init__(self):
        self.balance = None

    def open(self):
        if self.balance is not None:
            raise AccountError("account already open", 1)
        self.balance = 0

    def close(self):
        self.get_balance()
        self.balance = None

    def get_balance(self):
        if self.balance is None:
            raise AccountError("account not open", 2)
        return self.balance

    def deposit(self, amount):
        self.get_balance()
        if amount < 0:
            raise AccountError("amount must be greater than 0", 3)
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.get_balance():
            raise AccountError("amount must be less than balance", 4)
        self.balance -= amount
