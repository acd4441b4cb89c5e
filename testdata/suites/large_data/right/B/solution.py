import array
import functools
import operator
import re


def squares(n):
    return list(map(operator.mul, range(n), range(n)))


def primes_below(n):
    candidates = array.array("b", [1] * n)
    found = []
    for i in range(2, n):
        if candidates[i]:
            found.append(i)
            for j in range(i * i, n, i):
                candidates[j] = 0
    return found


def sort_desc_then_reverse(data):
    data[:] = sorted(data)


def repeat(text, n):
    return "".join([text for _ in range(n)])


def longest_run(text):
    longest = max(re.finditer(r"(.)\1*", text, re.S), key=lambda m: m.end() - m.start())
    return longest[1], longest.end() - longest.start()


def xor(blob, key):
    return bytes([b ^ key for b in blob])


def index_by_length(words):
    lengths = sorted(set(map(len, words)))
    return {n: tuple(w for w in words if len(w) == n) for n in lengths}


def factorial(n):
    return functools.reduce(operator.mul, range(1, n + 1), 1)


def forever(n):
    return [forever(n)]


def apply(func, value):
    return func(value)


class Tree:
    __slots__ = "value", "children"

    def __init__(self, value):
        self.value, self.children = value, []

    def __iter__(self):
        todo = [(1, self)]
        while todo:
            depth, node = todo.pop()
            yield depth, node.value
            todo.extend((depth + 1, c) for c in node.children)

    def add(self, value):
        self.children.append(Tree(value))
        return self.children[-1]

    def depth(self):
        return max(self)[0]

    def total(self):
        return sum(value for _, value in self)
