class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)
        while self.coefficients and self.coefficients[-1] == 0:
            self.coefficients.pop()

    @property
    def degree(self):
        return len(self) - 1

    def __call__(self, x):
        result = 0
        for c in reversed(self.coefficients):
            result = result * x + c
        return result

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Polynomial(*self.coefficients[index])
        if index < 0:
            raise IndexError("negative power")
        return self.coefficients[index] if index < len(self) else 0

    def __len__(self):
        return len(self.coefficients)

    def __iter__(self):
        return iter(self.coefficients)

    def __reversed__(self):
        return reversed(self.coefficients)

    def __contains__(self, x):
        return self(x) == 0

    def __eq__(self, other):
        return isinstance(other, Polynomial) and self.coefficients == other.coefficients

    def _lift(self, other):
        return other if isinstance(other, Polynomial) else Polynomial(other)

    def __add__(self, other):
        other = self._lift(other)
        size = max(len(self), len(other))
        return Polynomial(*(self[i] + other[i] for i in range(size)))

    __radd__ = __add__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        other = self._lift(other)
        out = [0] * (len(self) + len(other))
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                out[i + j] += a * b
        return Polynomial(*out)

    def __pow__(self, n):
        result = Polynomial(1)
        for _ in range(n):
            result *= self
        return result

    def __divmod__(self, other):
        quotient, rest = Polynomial(), self
        while rest and rest.degree >= other.degree:
            shift = rest.degree - other.degree
            term = Polynomial(*[0] * shift, rest[rest.degree] // other[other.degree])
            quotient, rest = quotient + term, rest - term * other
        return quotient, rest

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __str__(self):
        out = ""
        for power in range(self.degree, -1, -1):
            c = self[power]
            if c == 0:
                continue
            number = str(abs(c))
            variable = "" if power == 0 else "x" if power == 1 else f"x^{power}"
            sign = (" - " if c < 0 else " + ") if out else ("-" if c < 0 else "")
            out += sign + number + variable
        return out or "0"
