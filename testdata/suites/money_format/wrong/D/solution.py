from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Currency:
    code: str
    symbol: str
    digits: int = 2


@dataclass(frozen=True, repr=False)
class Money:
    amount: Decimal
    currency: Currency
    unit: Decimal = field(init=False, compare=False)

    def __post_init__(self):
        if not isinstance(self.amount, (int, Decimal)):
            raise TypeError(f"no {type(self.amount).__name__}s, please")
        object.__setattr__(self, "unit", Decimal((0, (1,), -self.currency.digits)))
        object.__setattr__(self, "amount", round(Decimal(self.amount), self.currency.digits))

    def _number(self, amount):
        return "{:,.{}f}".format(amount, self.currency.digits)

    def __str__(self):
        return self._number(self.amount) + " " + self.currency.code

    def __repr__(self):
        return "Money('%s', '%s')" % (self.amount, self.currency.code)

    def __format__(self, spec):
        if spec != "s":
            return str.__format__(str(self), spec)
        return ("-" if self.amount < 0 else "") + self.currency.symbol + self._number(abs(self.amount))

    def __bytes__(self):
        return bytes(str(self), "ascii")

    def __add__(self, other):
        codes = self.currency.code, other.currency.code
        assert codes[0] == codes[1], codes
        return Money(self.amount + other.amount, self.currency)

    def split(self, n):
        parts = [self.amount // (n * self.unit) * self.unit] * n
        place = 0
        while sum(parts) < self.amount:
            parts[place] += self.unit
            place += 1
        return [Money(part, self.currency) for part in parts]


def table(rows):
    names, texts = zip(*((name, str(money)) for name, money in rows))
    widths = [max(map(len, column)) for column in (names, texts)]
    lines = [name.ljust(widths[0] + 2) + text.rjust(widths[1]) for name, text in zip(names, texts)]
    return "\n".join(lines) + "\n"
