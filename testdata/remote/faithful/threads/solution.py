import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self):
        with self._lock:
            self.value += 1


class Mailbox:
    def __init__(self, size):
        self._queue = queue.Queue(size)

    def put(self, item):
        self._queue.put(item)

    def get(self):
        return self._queue.get()


def parallel(function, items):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(function, items))


def later(callback):
    thread = threading.Thread(target=lambda: callback("done"))
    thread.start()
    return thread


def meet(barrier_of_tests, name):
    return barrier_of_tests(name)
