import os
import time
from contextlib import contextmanager


class Timer:
    def __init__(self, label=None):
        self.label = label
        self.elapsed = 0

    def __enter__(self):
        self.start = time.perf_counter()

    def __exit__(self, *args):
        self.elapsed = time.perf_counter() - self.start
        print(f"{self.label}: {self.elapsed}s")


class Transaction:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.saved = self.target.copy()
        return self.target

    def __exit__(self, et, ev, tb):
        if et:
            self.target = self.saved


@contextmanager
def temp_cwd(path):
    old = os.getcwd()
    os.chdir(path)
    yield
    os.chdir(old)


@contextmanager
def swallow(*types):
    try:
        yield
    except Exception:
        pass


@contextmanager
def captured_env(**changes):
    os.environ.update(changes)
    yield
    for k in changes:
        del os.environ[k]
