from collections import namedtuple
from decimal import ROUND_HALF_EVEN, Decimal

Currency = namedtuple("Currency", "code symbol digits")


class Money:
    def __init__(self, amount, currency):
        if isinstance(amount, float):
            raise TypeError("float amounts are not exact")
        unit = Decimal(1).scaleb(-currency.digits)
        self.amount = Decimal(amount).quantize(unit, ROUND_HALF_EVEN)
        self.currency = currency

    def __str__(self):
        return f"{self.amount:,} {self.currency.code}"

    def __repr__(self):
        return f"Money({str(self.amount)!r}, {self.currency.code!r})"

    def __format__(self, spec):
        if spec == "s":
            sign = "-" if self.amount < 0 else ""
            return f"{sign}{self.currency.symbol}{abs(self.amount):,}"
        return format(str(self), spec)

    def __bytes__(self):
        return str(self).encode()

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError(self.currency.code, other.currency.code)
        return Money(self.amount + other.amount, self.currency)

    def split(self, n):
        unit = Decimal(1).scaleb(-self.currency.digits)
        share, rest = divmod(int(self.amount / unit), n)
        return [Money(share * unit, self.currency) for i in range(n)]


def table(rows):
    left = max(len(name) for name, _ in rows)
    right = max(len(str(money)) for _, money in rows)
    return "".join(f"{name:<{left}}  {money:>{right}}\n" for name, money in rows)
