class Expr:

    def __init__(self, *args, **kwargs):
        for name, value in zip(self.names, args):
            setattr(self, name, value)
        vars(self).update(kwargs)

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, vars(self).values()))})"

    def simple(self):
        return self


class Num(Expr):
    names = ("value",)

    def value_in(self, env):
        return self.value


class Var(Expr):
    names = ("name",)

    def value_in(self, env):
        try:
            return env[self.name]
        except KeyError as error:
            raise NameError(f"no value for {self.name}") from error


class Neg(Expr):
    names = ("inner",)

    def value_in(self, env):
        return -self.inner.value_in(env)

    def simple(self):
        inner = self.inner.simple()
        return inner.inner if isinstance(inner, Neg) else Neg(inner)


class Add(Expr):
    names = ("left", "right")

    def value_in(self, env):
        return self.left.value_in(env) + self.right.value_in(env)

    def simple(self):
        left, right = self.left.simple(), self.right.simple()
        if isinstance(left, Num) and isinstance(right, Num):
            return Num(left.value + right.value)
        if left == Num(0):
            return right
        return left if right == Num(0) else Add(left, right)


class Mul(Expr):
    names = ("factors",)

    def value_in(self, env):
        result = 1
        for factor in self.factors:
            result *= factor.value_in(env)
        return result

    def simple(self):
        factors = [f for f in (f.simple() for f in self.factors) if f != Num(1)]
        if any(f == Num(0) for f in factors):
            return Num(0)
        if len(factors) == 1:
            return factors.pop()
        return Mul(factors)


def simplify(expr):
    return expr.simple()


def evaluate(expr, env):
    if not isinstance(expr, Expr):
        raise TypeError("not an expression")
    return expr.value_in(env)


def from_data(data):
    if isinstance(data, dict):
        return Mul(list(map(from_data, data["mul"])))
    if isinstance(data, list):
        kind = {"-": Neg, "+": Add}[data[0]]
        return kind(*map(from_data, data[1:]))
    return Var(data) if isinstance(data, str) else Num(data)
