import math

import pytest

from calc import EvaluationError, ParseError, evaluate, parse


@pytest.mark.parametrize("text, value", [
    ("1", 1),
    ("1 + 2 * 3", 7),
    ("(1 + 2) * 3", 9),
    ("2 ** 3 ** 2", 512),
    ("-2 ** 2", -4),
    ("10 - 4 - 3", 3),
    ("7 / 2", 3.5),
    ("1.5 * 4", 6.0),
    ("--3", 3),
])
def test_arithmetic(text, value):
    assert evaluate(text) == pytest.approx(value)


def test_variables():
    assert evaluate("x * y + 1", {"x": 2, "y": 5}) == 11


def test_variables_from_any_mapping():
    class Default(dict):
        def __missing__(self, key):
            return len(key)

    assert evaluate("abc + de", Default()) == 5


def test_functions():
    assert evaluate("max(1, 2 + 3, 4)", {"max": max}) == 5
    assert evaluate("sqrt(16) + f()", {"sqrt": math.sqrt, "f": lambda: 1}) == 5.0


def test_unknown_name():
    with pytest.raises(EvaluationError, match="unknown name 'foo'"):
        evaluate("foo + 1")


def test_division_by_zero_keeps_type():
    with pytest.raises(ZeroDivisionError):
        evaluate("1 / (2 - 2)")


@pytest.mark.parametrize("text", ["1 +", "(1", "1 2", ")", "", "f(1,"])
def test_syntax_errors(text):
    with pytest.raises(ParseError):
        parse(text)


def test_parse_error_is_value_error():
    assert issubclass(ParseError, ValueError)


def test_ast_repr():
    assert repr(parse("1 + x * 2")) == "(+ 1 (* x 2))"


def test_ast_can_be_evaluated_often():
    tree = parse("x ** 2")
    assert [tree.evaluate({"x": n}) for n in range(4)] == [0, 1, 4, 9]


def test_ast_variables():
    assert parse("a + b * a - f(c)").names() == {"a", "b", "c", "f"}
