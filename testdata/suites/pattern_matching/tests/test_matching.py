import pytest

import solution as s
from solution import Add, Mul, Neg, Num, Var, simplify


def describe(expr):
    """How a reader of the library would take expressions apart."""
    match expr:
        case Num(0):
            return "zero"
        case Num(value=v) if v < 0:
            return "negative"
        case Num():
            return "number"
        case Var("x" | "y" as name):
            return f"coordinate {name}"
        case Add(Num(a), Num(b)):
            return f"sum of {a} and {b}"
        case Add(left, right=Neg(inner)):
            return f"difference of {describe(left)} and {describe(inner)}"
        case Mul(factors=[first, *rest]):
            return f"{describe(first)} times {len(rest)} more"
        case _:
            return "something else"


@pytest.mark.parametrize("expr, expected", [
    (Num(0), "zero"),
    (Num(-4), "negative"),
    (Num(4), "number"),
    (Var("y"), "coordinate y"),
    (Var("z"), "something else"),
    (Add(Num(1), Num(2)), "sum of 1 and 2"),
    (Add(Var("x"), Neg(Num(0))), "difference of coordinate x and zero"),
    (Mul([Num(1), Num(2), Num(3)]), "number times 2 more"),
    ("text", "something else"),
])
def test_patterns(expr, expected):
    assert describe(expr) == expected


def test_match_args():
    assert Add.__match_args__ == ("left", "right")
    assert Num.__match_args__ == ("value",)


def test_simplify():
    expr = Add(Mul([Num(1), Var("x")]), Add(Num(2), Num(3)))
    assert simplify(expr) == Add(Var("x"), Num(5))


def test_simplify_zero_and_double_negation():
    assert simplify(Mul([Var("x"), Num(0), Var("y")])) == Num(0)
    assert simplify(Neg(Neg(Var("x")))) == Var("x")
    assert simplify(Add(Num(0), Var("x"))) == Var("x")


def test_evaluate():
    env = {"x": 3}
    assert s.evaluate(Mul([Num(2), Add(Var("x"), Num(1))]), env) == 8
    with pytest.raises(NameError, match="y"):
        s.evaluate(Var("y"), env)
    with pytest.raises(TypeError):
        s.evaluate(None, env)


def test_matching_plain_data_inside():
    assert s.from_data(["+", 1, ["-", "x"]]) == Add(Num(1), Neg(Var("x")))
    assert s.from_data({"mul": [1, 2]}) == Mul([Num(1), Num(2)])
