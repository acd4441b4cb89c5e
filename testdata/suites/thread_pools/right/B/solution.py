import threading
from collections import deque
from concurrent import futures


def parallel_map(work, items, workers=4):
    items = list(items)
    results = {}
    errors = []
    todo = deque(enumerate(items))

    def run():
        while todo and not errors:
            try:
                i, item = todo.popleft()
            except IndexError:
                return
            try:
                results[i] = work(item)
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=run) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [results[i] for i in range(len(items))]


def first_result(functions):
    for function in functions:
        try:
            return function()
        except Exception:
            continue
    raise RuntimeError("all %d failed" % len(functions))


def run_with_timeout(func, seconds):
    box = []
    thread = threading.Thread(target=lambda: box.append(func()), daemon=True)
    thread.start()
    thread.join(seconds)
    if not box:
        raise TimeoutError
    return box[0]


class BackgroundWorker:
    def __init__(self, name=None):
        self.jobs, self.wake, self.stopping = [], threading.Condition(), False
        self.thread = threading.Thread(target=self.loop, daemon=True, name=name)
        self.thread.start()

    def loop(self):
        while True:
            with self.wake:
                self.wake.wait_for(lambda: self.jobs or self.stopping)
                if not self.jobs:
                    return
                future, call = self.jobs.pop(0)
            try:
                result = call()
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def submit(self, func, *args):
        future = futures.Future()
        with self.wake:
            self.jobs.append((future, lambda: func(*args)))
            self.wake.notify()
        return future

    def stop(self):
        with self.wake:
            self.stopping = True
            self.wake.notify()
        self.thread.join()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.stop()
