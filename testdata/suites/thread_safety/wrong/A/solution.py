import threading
from collections import deque


class Counter:
    def __init__(self, start=0):
        self._value = start
        self._lock = threading.Lock()

    def increment(self):
        value = self._value
        threading.Event().wait(1e-5)
        self._value = value + 1
        return self._value

    @property
    def value(self):
        return self._value


class Empty(Exception):
    pass


class BlockingQueue:
    def __init__(self, size):
        self._items = deque()
        self._size = size
        self._changed = threading.Condition()

    def put(self, item):
        with self._changed:
            self._changed.wait_for(lambda: len(self._items) < self._size)
            self._items.append(item)
            self._changed.notify_all()

    def get(self, timeout=None):
        with self._changed:
            if not self._changed.wait_for(lambda: self._items, timeout):
                raise Empty
            item = self._items.popleft()
            self._changed.notify_all()
            return item


class Cache:
    def __init__(self, load):
        self._load = load
        self._values = {}
        self._lock = threading.RLock()

    def __getitem__(self, key):
        with self._lock:
            if key not in self._values:
                self._values[key] = self._load(key)
            return self._values[key]

    def __len__(self):
        return len(self._values)


class LocalStack:
    def __init__(self):
        self._local = threading.local()

    def _stack(self):
        if not hasattr(self._local, "items"):
            self._local.items = []
        return self._local.items

    def push(self, item):
        self._stack().append(item)

    @property
    def top(self):
        return self._stack()[-1] if self._stack() else None
