import collections.abc
import contextlib
import functools
import io
import os
from copy import deepcopy


@contextlib.contextmanager
def _transaction(data):
    working = deepcopy(data)
    yield working
    data |= working
    for key in data.keys() - working.keys():
        del data[key]


class Transaction:
    active = False

    def __init__(self, data):
        self.manager = _transaction(data)

    def __enter__(self):
        if self.active:
            raise RuntimeError("already entered")
        self.active = True
        return self.manager.__enter__()

    def __exit__(self, *details):
        self.active = False
        return self.manager.__exit__(*details)


@contextlib.contextmanager
def Tag(name):
    print("<", name, ">", sep="")
    try:
        yield name
    finally:
        print("</", name, ">", sep="")


class Indenter(contextlib.AbstractContextManager):
    prefix = ""

    def __enter__(self):
        self.prefix += "  "
        return self

    def __exit__(self, *_):
        self.prefix = self.prefix[2:]

    def print(self, *args):
        print(self.prefix, end="")
        print(*args)


class cd:
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.old = os.getcwd()
        os.chdir(str(self.path))
        return self.path

    def __exit__(self, a, b, c):
        os.chdir(self.old)


def redirected():
    return contextlib.redirect_stdout(io.StringIO())


class _Caught:
    exception = None


@contextlib.contextmanager
def suppress_all(*kinds):
    caught = _Caught()
    try:
        yield caught
    except kinds as e:
        caught.exception = e


class swap:
    def __init__(self, obj, name, value):
        self.args = obj, name
        self.value = value

    def __enter__(self):
        self.had = hasattr(*self.args)
        self.old = getattr(*self.args, None)
        setattr(*self.args, self.value)

    def __exit__(self, *exc):
        if self.had:
            setattr(*self.args, self.old)
        else:
            delattr(*self.args)


class _Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Countdown(collections.abc.Sequence):
    def __init__(self, n):
        self._items = tuple(range(n, 0, -1))

    def __getitem__(self, i):
        return self._items[i]

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return _Iterator(len(self))
