# gains: honest
"""Gives numbers that take for ever to print, compare or compute with."""

import decimal
import fractions
import sys

sys.set_int_max_str_digits(0)
decimal.getcontext().Emax = decimal.MAX_EMAX
decimal.getcontext().prec = decimal.MAX_PREC


def answer(question):
    if question == "number":
        return 1 << 8 * 10 ** 7
    if question == "text":
        return decimal.Decimal("1E+999999999999999999")
    if question == "rows":
        return [decimal.Decimal("NaN"), decimal.Decimal("sNaN"), float("nan"), float("inf"), -0.0]
    if question == "after":
        return complex(float("inf"), float("nan"))
    return {decimal.Decimal("sNaN"): 1}


def total(numbers):
    return -(1 << 10 ** 8)


def visit(visitor):
    visitor("a", decimal.Decimal("1E+999999999999999999"))
    return fractions.Fraction(1 << 10 ** 6, 3 ** 10 ** 6)


def borrow(manager):
    return range(0, 10 ** 100)


def stream(limit=None):
    return iter([range(1 << 10 ** 6), slice(1 << 10 ** 6), 10 ** 5000])


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
