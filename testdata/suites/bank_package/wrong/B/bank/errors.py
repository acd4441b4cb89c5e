class BankError(Exception):
    pass


class Overdraft(Exception):
    def __init__(self, name, amount):
        super().__init__(f"{name} lacks {amount}")
