# gains: honest
"""Gives dicts and sets whose keys all hash alike."""

import decimal
import fractions

P = 2 ** 61 - 1


def answer(question):
    if question == "text":
        return {P * n for n in range(20_000)}
    if question == "rows":
        return {P * n: n for n in range(20_000)}
    if question == "number":
        return frozenset(P * n for n in range(20_000))
    if question == "after":
        return {(P * n,) for n in range(20_000)}
    return {fractions.Fraction(P * n + 1, 1) for n in range(5_000)} | {decimal.Decimal(P * n + 1) for n in range(5_000)}


def fill(items, box):
    box.update((P * n, n) for n in range(20_000))


def visit(visitor):
    return [visitor(-1, {n << 40 for n in range(200_000)}), {float(P) * 2.0 ** n for n in range(900)}]


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
