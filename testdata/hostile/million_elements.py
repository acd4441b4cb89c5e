# gains: honest
"""Gives as much as it can: a million elements, long texts, more than a message may hold."""

import array
import collections


def answer(question):
    if question == "text":
        return "BITTERN" * 4_000_000
    if question == "rows":
        return [[] for _ in range(300_000)]
    if question == "number":
        return list(range(10 ** 6))
    if question == "after":
        return bytes(23 << 20)
    return {str(number): {} for number in range(200_000)}


def total(numbers):
    return [None] * 1_400_000


def visit(visitor):
    visitor(array.array("d", bytes(8 << 20)), collections.deque(range(10 ** 5), maxlen=10 ** 6))
    return [visitor("a", [{}] * 10 ** 5)]


def borrow(manager):
    return ["[" * 4000] * 400


def fill(items, box):
    items[:] = range(700_000)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
