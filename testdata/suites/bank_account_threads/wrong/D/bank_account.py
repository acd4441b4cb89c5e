class BankAccount:
    state = {"open": False, "balance": 0}

    def open(self):
        if self.state["open"]:
            raise ValueError("account already open")
        self.state["open"] = True
        self.state["balance"] = 0

    def close(self):
        self._check()
        self.state["open"] = False

    def _check(self):
        if not self.state["open"]:
            raise ValueError("account not open")

    def get_balance(self):
        self._check()
        return self.state["balance"]

    def deposit(self, amount):
        self._check()
        if amount <= 0:
            raise ValueError("amount must be greater than 0")
        self.state["balance"] += amount

    def withdraw(self, amount):
        self._check()
        if amount > self.state["balance"]:
            raise ValueError("amount must be less than balance")
        self.state["balance"] -= amount
