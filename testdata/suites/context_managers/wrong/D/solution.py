import contextlib
import copy
import time


class Resource:
    def __init__(self, name):
        self.name = name
        self.is_open = False
        self.events = []

    def __enter__(self):
        if self.is_open:
            raise RuntimeError(f"{self.name} is already open")
        self.is_open = True
        self.events.append("open")
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.events.append(f"error: {kind.__name__}")
        self.is_open = False
        self.events.append("close")
        return False


class Rollback(Exception):
    pass


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.before = copy.deepcopy(self.data)
        return self

    def rollback(self):
        raise Rollback

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.data.clear()
            self.data.update(self.before)
        return kind is Rollback


class suppress_and_count:
    def __init__(self, *kinds):
        self.kinds = kinds
        self.count = 0
        self.last = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None or not issubclass(kind, self.kinds):
            return False
        self.count += 1
        self.last = kind
        return True


@contextlib.contextmanager
def temporary_attribute(thing, name, value):
    setattr(thing, name, value)
    yield
    delattr(type(thing), name)


@contextlib.contextmanager
def timer(report, clock=time.monotonic):
    begin = clock()
    yield
    report(clock() - begin)


_depth = 0


@contextlib.contextmanager
def indented(by=2):
    global _depth
    _depth += by
    try:
        yield lambda text: print(" " * _depth + text)
    finally:
        _depth -= by
