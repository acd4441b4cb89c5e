import os
import time
from contextlib import contextmanager


class Timer:
    def __init__(self, label=None):
        self.label = label
        self.elapsed = None

    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, et, ev, tb):
        if et is None:
            self.elapsed = time.perf_counter() - self.start
        if self.label:
            print(f"{self.label}: {self.elapsed}s")
        return True


class Transaction:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.saved = dict(self.target)
        return self.target

    def __exit__(self, et, ev, tb):
        if et:
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
        self.exception = ev
        return et in self.types


@contextmanager
def captured_env(**changes):
    old = {k: os.environ.get(k) for k in changes}
    for k, v in changes.items():
        if v is None:
            os.environ.pop(k, None)
        else:
            os.environ[k] = v
    yield
    for k, v in old.items():
        if v:
            os.environ[k] = v
