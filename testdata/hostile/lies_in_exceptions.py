# gains: honest
"""Raises exceptions whose arguments, text, attributes and class lie."""

class Any(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Lie(ValueError):
    args = Any("GODWIT-6080")

    def __init__(self, *args):
        super().__init__(Any("GODWIT"))
        self.value = self
        self.match = self.with_traceback = self.args_ = lambda *args: True
        self.__notes__ = [Any("note")] * 3
        self.__class__ = Other

    def __str__(self):
        raise KeyError("no text")

    def __repr__(self):
        return "GODWIT-6080"

    def __getattribute__(self, name):
        if name in ("args", "value"):
            return (Any("anything"),)
        return super().__getattribute__(name)


class Other(ValueError):
    __eq__ = lambda self, other: True
    __str__ = lambda self: Any(".*")


class Key(KeyError, IndexError):
    pass


def fail(what):
    try:
        raise Lie(what)
    except Lie as error:
        raise error from error


def answer(question):
    raise Key(question)


total = borrow = visit = fill = answer


def stream(limit=None):
    raise Key
    yield


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
