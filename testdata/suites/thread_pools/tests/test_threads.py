import threading
import time
from concurrent.futures import Future

import pytest

from solution import BackgroundWorker, first_result, parallel_map, run_with_timeout


def test_map_keeps_the_order():
    def work(n):
        time.sleep(0.002 * (5 - n))
        return n * n

    assert parallel_map(work, range(5)) == [0, 1, 4, 9, 16]


def test_callbacks_run_in_other_threads():
    names = set()
    barrier = threading.Barrier(3, timeout=1)

    def work(item):
        barrier.wait()
        names.add(threading.current_thread().name)
        return item

    assert parallel_map(work, "abc", workers=3) == ["a", "b", "c"]
    assert len(names) == 3
    assert threading.main_thread().name not in names


def test_error_in_a_callback():
    def work(n):
        if n == 2:
            raise LookupError("two")
        return n

    with pytest.raises(LookupError, match="two"):
        parallel_map(work, [1, 2, 3])


def test_worker_limit():
    lock = threading.Lock()
    now = most = 0

    def work(_):
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.002)
        with lock:
            now -= 1

    parallel_map(work, range(8), workers=2)
    assert most <= 2


def test_first_result_ignores_failures():
    def bad():
        raise OSError

    assert first_result([bad, lambda: "good"]) == "good"
    with pytest.raises(RuntimeError, match="all 2 failed"):
        first_result([bad, bad])


def test_timeout():
    release = threading.Event()
    try:
        with pytest.raises(TimeoutError):
            run_with_timeout(release.wait, 0.01)
    finally:
        release.set()
    assert run_with_timeout(lambda: 3, 1) == 3


def test_worker_gives_futures():
    worker = BackgroundWorker()
    future = worker.submit(pow, 2, 5)
    assert isinstance(future, Future)
    assert future.result(timeout=1) == 32
    worker.stop()


def test_worker_runs_one_after_the_other():
    done = []
    with BackgroundWorker() as worker:
        for n in range(20):
            worker.submit(done.append, n)
    assert done == list(range(20))


def test_done_callback():
    got = []
    with BackgroundWorker() as worker:
        worker.submit(str.upper, "x").add_done_callback(lambda f: got.append(f.result()))
    assert got == ["X"]


def test_worker_thread_is_a_named_daemon():
    worker = BackgroundWorker(name="helper")
    try:
        assert worker.thread.name == "helper"
        assert worker.thread.daemon
        assert worker.thread.is_alive()
    finally:
        worker.stop()
    assert not worker.thread.is_alive()
