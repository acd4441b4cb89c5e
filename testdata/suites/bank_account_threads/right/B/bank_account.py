from functools import wraps


def needs_open(f):
    @wraps(f)
    def inner(self, *args):
        if self.balance is None:
            raise ValueError("account not open")
        return f(self, *args)
    return inner


class BankAccount:
    balance = None

    def open(self):
        if self.balance is not None:
            raise ValueError("account already open")
        self.balance = 0

    @needs_open
    def get_balance(self):
        return self.balance

    @needs_open
    def close(self):
        self.balance = None

    @needs_open
    def deposit(self, amount):
        if amount < 1:
            raise ValueError("amount must be greater than 0")
        self.balance += amount

    @needs_open
    def withdraw(self, amount):
        if amount < 1:
            raise ValueError("amount must be greater than 0")
        if self.balance < amount:
            raise ValueError("amount must be less than balance")
        self.balance -= amount
