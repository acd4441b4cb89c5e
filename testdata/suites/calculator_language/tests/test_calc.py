import math

import pytest

import calc
from calc import CalcError, Interpreter, tokenize


@pytest.fixture
def run():
    return Interpreter().run


@pytest.mark.parametrize("source, expected", [
    ("1 + 2 * 3", 7),
    ("(1 + 2) * 3", 9),
    ("2 ^ 3 ^ 2", 512),
    ("-2 ^ 2", -4),
    ("7 / 2", 3.5),
])
def test_arithmetic(run, source, expected):
    assert run(source) == expected


def test_variables_live_on():
    interpreter = Interpreter()
    assert interpreter.run("x = 4") == 4
    assert interpreter.run("x * x") == 16
    assert interpreter.variables["x"] == 4


def test_variables_can_be_given():
    given = {"n": 3}
    interpreter = Interpreter(given)
    interpreter.run("m = n + 1")
    assert given == {"n": 3}
    assert dict(interpreter.variables) == {"n": 3, "m": 4}


def test_functions_of_the_test():
    seen = []

    def spy(*args):
        seen.append(args)
        return sum(args)

    interpreter = Interpreter(functions={"spy": spy, "sqrt": math.sqrt})
    assert interpreter.run("spy(1, sqrt(16), 2) + 1") == 8
    assert seen == [(1, 4, 2)]


def test_error_has_position(run):
    with pytest.raises(CalcError) as info:
        run("1 + * 2")
    assert info.value.position == 4
    assert "unexpected '*'" in str(info.value)


@pytest.mark.parametrize("source", ["1 +", "(1", "2 3", "$"])
def test_syntax_errors(run, source):
    with pytest.raises(calc.CalcError):
        run(source)


def test_division_by_zero_comes_through(run):
    with pytest.raises(ZeroDivisionError):
        run("1 / (2 - 2)")


def test_tokens():
    kinds = [(t.kind, t.text) for t in tokenize("a1 = 2.5*b")]
    assert kinds == [("name", "a1"), ("op", "="), ("number", "2.5"), ("op", "*"), ("name", "b")]
