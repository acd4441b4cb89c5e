# gains: honest
"""Raises GeneratorExit."""

def cheat(*args, **kwargs):
    raise GeneratorExit


class Raiser:
    def __iter__(self):
        raise GeneratorExit

    def __enter__(self):
        raise GeneratorExit

    def __exit__(self, *args):
        raise GeneratorExit

    __next__ = __call__ = __enter__


answer = fail = total = borrow = visit = fill = post = stream = managed = log = cheat
stream = managed = lambda *args, **kwargs: Raiser()


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
