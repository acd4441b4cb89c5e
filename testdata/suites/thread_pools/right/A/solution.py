import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor, as_completed


def parallel_map(work, items, workers=4):
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, items))


def first_result(functions):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(f) for f in functions]
        for future in as_completed(futures):
            if future.exception() is None:
                return future.result()
    raise RuntimeError(f"all {len(functions)} failed")


def run_with_timeout(func, seconds):
    future = Future()
    threading.Thread(target=lambda: future.set_result(func()), daemon=True).start()
    try:
        return future.result(seconds)
    except TimeoutError:
        raise TimeoutError(f"no result in {seconds} s") from None


class BackgroundWorker:
    def __init__(self, name="worker"):
        self._jobs = queue.Queue()
        self.thread = threading.Thread(target=self._run, name=name, daemon=True)
        self.thread.start()

    def _run(self):
        for func, args, future in iter(self._jobs.get, None):
            try:
                future.set_result(func(*args))
            except Exception as error:
                future.set_exception(error)

    def submit(self, func, *args):
        future = Future()
        self._jobs.put((func, args, future))
        return future

    def stop(self):
        self._jobs.put(None)
        self.thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stop()
