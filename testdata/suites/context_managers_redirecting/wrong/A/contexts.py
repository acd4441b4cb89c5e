import contextlib
import copy
import io
import os
import sys
from contextlib import ContextDecorator, contextmanager


class Transaction:
    def __init__(self, data):
        self.data = data
        self.working = None

    def __enter__(self):
        if self.working is not None:
            raise RuntimeError("transaction is already running")
        self.working = self.data
        return self.working

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.data.clear()
            self.data.update(self.working)
        self.working = None


class Tag(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f"<{self.name}>")
        return self

    def __exit__(self, *exc):
        print(f"</{self.name}>")
        return False


class Indenter:
    def __init__(self):
        self.level = 0

    def __enter__(self):
        self.level += 1
        return self

    def __exit__(self, *exc):
        self.level -= 1

    def print(self, text):
        print("  " * self.level + text)


@contextmanager
def cd(path):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield path
    finally:
        os.chdir(before)


@contextmanager
def redirected():
    old, sys.stdout = sys.stdout, io.StringIO()
    try:
        yield sys.stdout
    finally:
        sys.stdout = old


class suppress_all:
    def __init__(self, *kinds):
        self.kinds = kinds
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.exception = value
        return kind is not None and issubclass(kind, self.kinds)


_MISSING = object()


@contextmanager
def swap(obj, name, value):
    old = getattr(obj, name, _MISSING)
    setattr(obj, name, value)
    try:
        yield
    finally:
        if old is _MISSING:
            delattr(obj, name)
        else:
            setattr(obj, name, old)


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = self.start
        while n > 0:
            yield n
            n -= 1

    def __len__(self):
        return self.start

    def __getitem__(self, index):
        return range(self.start, 0, -1)[index]

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __contains__(self, n):
        return 1 <= n <= self.start
