from dataclasses import dataclass
from math import prod


@dataclass
class Num:
    value: int


@dataclass
class Var:
    name: str


@dataclass
class Neg:
    inner: object


@dataclass
class Add:
    left: object
    right: object


@dataclass
class Mul:
    factors: list


def simplify(expr):
    match expr:
        case Neg(Neg(inner)):
            return simplify(inner)
        case Neg(inner):
            return Neg(simplify(inner))
        case Add(left, right):
            match simplify(left), simplify(right):
                case (Num(0), other) | (other, Num(0)):
                    return other
                case left, right:
                    return Add(left, right)
        case Mul(factors):
            factors = [f for f in map(simplify, factors) if f != Num(1)]
            if Num(0) in factors:
                return Num(0)
            return factors[0] if len(factors) == 1 else Mul(factors)
    return expr


def evaluate(expr, env):
    match expr:
        case Num(value):
            return value
        case Var(name):
            if name not in env:
                raise NameError(name)
            return env[name]
        case Neg(inner):
            return -evaluate(inner, env)
        case Add(left, right):
            return evaluate(left, env) + evaluate(right, env)
        case Mul(factors):
            return prod(evaluate(f, env) for f in factors)
        case _:
            raise TypeError(expr)


def from_data(data):
    match data:
        case int():
            return Num(data)
        case str():
            return Var(data)
        case ["-", inner]:
            return Neg(from_data(inner))
        case ["+", left, right]:
            return Add(from_data(left), from_data(right))
        case {"mul": factors}:
            return Mul([from_data(f) for f in factors])
