import itertools
import queue
import threading

Empty = queue.Empty


class Counter:
    def __init__(self, start=0):
        self._ticks = itertools.count(start + 1)
        self._given = [start]

    def increment(self):
        number = next(self._ticks)
        self._given.append(number)
        return number

    value = property(lambda self: max(self._given))


class BlockingQueue(queue.Queue):
    def get(self, timeout=None):
        return super().get(timeout=timeout)


class Cache(dict):
    def __init__(self, load):
        super().__init__()
        self.load = load
        self.lock = threading.RLock()

    def __getitem__(self, key):
        with self.lock:
            return super().__getitem__(key)

    def __missing__(self, key):
        value = self.load(key)
        self[key] = value
        return value


class LocalStack(threading.local):
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    @property
    def top(self):
        return next(reversed(self.items), None)
