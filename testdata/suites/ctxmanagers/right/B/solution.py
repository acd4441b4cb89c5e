import contextlib
import os
import time
import types
from copy import deepcopy
from unittest import mock


class Timer(contextlib.ContextDecorator):
    elapsed = None

    def __init__(self, label=""):
        self.label = label

    def __enter__(self):
        self.t0 = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.elapsed = time.perf_counter() - self.t0
        if self.label:
            print(self.label + ": " + str(self.elapsed) + "s")


@contextlib.contextmanager
def Transaction(data):
    backup = deepcopy(data)
    try:
        yield data
    except BaseException:
        for key in list(data):
            del data[key]
        data.update(backup)
        raise


class temp_cwd(contextlib.ContextDecorator):
    def __init__(self, path):
        self.path = path
        self.stack = []

    def __enter__(self):
        self.stack.append(os.getcwd())
        os.chdir(self.path)
        return self.path

    def __exit__(self, *a):
        os.chdir(self.stack.pop())


@contextlib.contextmanager
def swallow(*kinds):
    box = types.SimpleNamespace(exception=None)
    try:
        yield box
    except kinds as e:
        box.exception = e


@contextlib.contextmanager
def captured_env(**env):
    with mock.patch.dict(os.environ):
        for name in env:
            os.environ.pop(name, None)
        os.environ.update({k: v for k, v in env.items() if v is not None})
        yield os.environ
