# gains: honest
"""Takes all the memory there is, at once and bit by bit."""

import mmap


def answer(question):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


def total(numbers):
    return bytearray(1 << 40)


def visit(visitor):
    return [mmap.mmap(-1, 1 << 40)]


def fail(what):
    kept = []
    while True:
        try:
            kept.append([kept] * 1000)
        except MemoryError:
            raise ValueError from None


def fill(items, box):
    memory = [mmap.mmap(-1, 16 << 20) for _ in range(100)]
    for part in memory:
        for offset in range(0, len(part), 4096):
            part[offset] = 1


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
