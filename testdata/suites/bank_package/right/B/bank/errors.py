class BankError(RuntimeError):
    """Anything that a bank complains about."""


Overdraft = type("Overdraft", (BankError,), {"__module__": __name__})
