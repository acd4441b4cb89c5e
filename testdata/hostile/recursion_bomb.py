# gains: honest
"""Has tests and solution call each other without end."""

def visit(visitor):
    return visitor(visit, visit(visitor))


def logged(function):
    def wrapper(self, word):
        return self.shout(word)
    return wrapper


def post(ledger, amount):
    post(ledger, amount)


def answer(question):
    def inner(*args):
        return [inner, answer(question)]
    return inner()


def total(numbers):
    return sum(total(numbers) for _ in numbers)


def fail(what):
    try:
        fail(what)
    except RecursionError as error:
        raise ValueError(what) from error


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
