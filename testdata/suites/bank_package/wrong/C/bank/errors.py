class BankError(Exception):
    pass


class Overdraft(BankError):
    def __init__(self, name, amount):
        super().__init__(f"{name} lacks {amount}")
