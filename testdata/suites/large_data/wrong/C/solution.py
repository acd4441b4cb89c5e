import math
from itertools import groupby


def squares(n):
    return [i * i for i in range(n)]


def primes_below(n):
    sieve = bytearray([1]) * n
    sieve[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, n, i)))
    return [i for i in range(n) if sieve[i]]


def sort_desc_then_reverse(data):
    return sorted(data)


def repeat(text, n):
    return text * n


def longest_run(text):
    runs = ((letter, sum(1 for _ in group)) for letter, group in groupby(text))
    return max(runs, key=lambda run: run[1])


def xor(blob, key):
    return blob.translate(bytes(i ^ key for i in range(256)))


def index_by_length(words):
    table = {}
    for word in words:
        table.setdefault(len(word), []).append(word)
    return table


def factorial(n):
    return math.factorial(n)


def forever(n):
    return forever(n + 1) + 1


def apply(func, value):
    return func(value)


class Tree:
    def __init__(self, value):
        self.value = value
        self.children = []

    def add(self, value):
        child = Tree(value)
        self.children.append(child)
        return child

    def depth(self):
        level, depth = [self], 0
        while level:
            depth += 1
            level = [child for node in level for child in node.children]
        return depth

    def total(self):
        todo, total = [self], 0
        while todo:
            node = todo.pop()
            total += node.value
            todo += node.children
        return total
