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


def crowd(size):
    """How many threads of that many came to wait at the same time."""
    barrier = threading.Barrier(size)
    with ThreadPoolExecutor(size) as pool:
        return len(list(pool.map(lambda _: barrier.wait(5), range(size))))


local = threading.local()


def visits():
    local.count = getattr(local, "count", 0) + 1
    return local.count


def in_a_thread(callback):
    thread = threading.Thread(target=callback)
    thread.start()
    thread.join()


def together(function, size):
    """What a function gives for each of that many threads, which begin and end as one."""
    found = []
    gate = threading.Barrier(size)

    def work(number):
        gate.wait()
        found.append(function(number))
        gate.wait()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(size)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def square(number):
    return number * number


def get(value):
    return value


def made():
    return [Counter()]


class Ticking(threading.Thread):
    def __init__(self, interval, tick):
        super().__init__(daemon=True)
        self.interval = interval
        self.tick = tick
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(self.interval):
            self.tick()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.over.set()


def where():
    return threading.current_thread().name
