import copy
import os
import time
from contextlib import contextmanager


class Timer:
    def __init__(self, label=None):
        self.label = label
        self.elapsed = None

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self._start
        if self.label:
            print(f"{self.label}: {self.elapsed:.3f}s")


class Transaction:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.saved = copy.deepcopy(self.target)
        return self.target

    def __exit__(self, et, ev, tb):
        if et is not None:
            self.target.clear()
            self.target.update(self.saved)
        return False


@contextmanager
def temp_cwd(path):
    old = os.getcwd()
    os.chdir(path)
    try:
        yield path
    finally:
        os.chdir(old)


class swallow:
    def __init__(self, *types):
        self.types = types
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        if et and issubclass(et, self.types):
            self.exception = ev
            return True


@contextmanager
def captured_env(**changes):
    old = os.environ.copy()
    try:
        for k, v in changes.items():
            if v is None:
                os.environ.pop(k, None)
            else:
                os.environ[k] = v
        yield
    finally:
        os.environ.clear()
        os.environ.update(old)
