# gains: honest
"""Raises SyntaxErrors and Unicode errors whose fields cost memory to format."""

HUGE = 10 ** 9


def fail(what):
    raise SyntaxError("no", ("solution.py", 1, 1, "x" * 100, 1, HUGE))


def answer(question):
    if question == "text":
        raise UnicodeDecodeError("utf-8", b"x", 0, HUGE, "no")
    if question == "number":
        raise UnicodeTranslateError("x" * 10, -HUGE, HUGE, "no")
    if question == "rows":
        raise SyntaxError("no", ("solution.py", HUGE, HUGE, "x\ty", HUGE, HUGE))
    raise SyntaxError("no", ("solution.py", 1, -HUGE, "x" * 100, 1, HUGE))


def total(numbers):
    error = SyntaxError("late")
    error.filename, error.lineno, error.offset, error.text = "solution.py", 1, 1, "x" * 10
    error.end_lineno, error.end_offset = 1, HUGE
    raise error


def visit(visitor):
    raise UnicodeEncodeError("utf-8", "x" * 10, HUGE, HUGE + 1, "no")


def borrow(manager):
    error = OSError()
    error.errno, error.strerror, error.filename = HUGE, "x", "y" * 10 ** 6
    raise error


def post(ledger, amount):
    raise ExceptionGroup("many", [ExceptionGroup("more", [ValueError(n) for n in range(1000)]) for m in range(100)])


def fill(items, box):
    error = ValueError("last")
    for number in range(20_000):
        earlier, error = error, ValueError(number)
        error.__cause__ = earlier
    raise error


def stream(limit=None):
    error = ValueError("noted")
    for number in range(100_000):
        error.add_note("note " * 10)
    raise error


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
