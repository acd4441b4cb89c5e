import threading


class BankAccount:
    def __init__(self):
        self._open = False
        self._balance = 0
        self._lock = threading.Lock()

    def _check(self):
        if not self._open:
            raise ValueError("account not open")

    def get_balance(self):
        with self._lock:
            self._check()
            return self._balance

    def open(self):
        if self._open:
            raise Exception("account already open")
        self._open = True

    def deposit(self, amount):
        with self._lock:
            self._check()
            if amount <= 0:
                raise ValueError("amount must be greater than 0")
            self._balance += amount

    def withdraw(self, amount):
        with self._lock:
            self._check()
            if amount <= 0:
                raise ValueError("amount must be greater than 0")
            if amount > self._balance:
                raise ValueError("amount must be less than balance")
            self._balance -= amount

    def close(self):
        self._check()
        self._open = False
        self._balance = 0
