# gains: honest
"""Prints without end, to both streams and from helpers."""

import os
import sys


def answer(question):
    while True:
        print("flood " * 100)


def total(numbers):
    while True:
        os.write(2, b"flood" * 1000)


def visit(visitor):
    for _ in range(3):
        if os.fork() == 0:
            while True:
                os.write(1, b"x")
    return ["TEAL"]


def fail(what):
    sys.stdout.write("x" * 10 ** 7)
    raise ValueError


def stream(limit=None):
    while True:
        sys.stderr.write("y" * 1000)
        yield 1


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
