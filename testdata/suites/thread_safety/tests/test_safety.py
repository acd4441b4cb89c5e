import sys
import threading

import pytest

import solution


@pytest.fixture(autouse=True)
def switch_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def hammer(function, threads=4, times=50):
    errors = []

    def run():
        try:
            for _ in range(times):
                function()
        except Exception as error:
            errors.append(error)

    workers = [threading.Thread(target=run, daemon=True) for _ in range(threads)]
    for w in workers:
        w.start()
    for w in workers:
        w.join(timeout=1.5)
    assert not errors
    return threads * times


class TestCounter:
    def test_no_update_is_lost(self):
        counter = solution.Counter()
        total = hammer(counter.increment)
        assert counter.value == total

    def test_unique_numbers(self):
        counter = solution.Counter(start=100)
        seen = []
        hammer(lambda: seen.append(counter.increment()))
        assert sorted(seen) == list(range(101, 301))


class TestQueue:
    def test_get_waits_for_put(self):
        queue = solution.BlockingQueue(2)
        got = []
        reader = threading.Thread(target=lambda: got.append(queue.get()), daemon=True)
        reader.start()
        queue.put("late")
        reader.join(timeout=1)
        assert got == ["late"]

    def test_put_waits_for_room(self):
        queue = solution.BlockingQueue(1)
        queue.put(1)
        writer = threading.Thread(target=queue.put, args=(2,), daemon=True)
        writer.start()
        writer.join(timeout=0.02)
        assert writer.is_alive()
        assert queue.get() == 1
        writer.join(timeout=1)
        assert not writer.is_alive()
        assert queue.get() == 2

    def test_producer_and_consumer(self):
        queue = solution.BlockingQueue(3)
        out = []

        def produce():
            for n in range(60):
                queue.put(n)

        def consume():
            for _ in range(60):
                out.append(queue.get())

        threads = [threading.Thread(target=f, daemon=True) for f in (produce, consume)]
        for t in threads:
            t.start()
        for t in threads:
            t.join(timeout=1.5)
        assert out == list(range(60))

    def test_timeout(self):
        with pytest.raises(solution.Empty):
            solution.BlockingQueue(1).get(timeout=0.01)


class TestCache:
    def test_computed_once_by_many_threads(self):
        calls = []
        start = threading.Barrier(4, timeout=1.5)

        def load(key):
            calls.append(key)
            return key.upper()

        cache = solution.Cache(load)
        results = []

        def read():
            start.wait()
            results.append(cache["k"])

        threads = [threading.Thread(target=read, daemon=True) for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join(timeout=1.5)
        assert calls == ["k"]
        assert results == ["K"] * 4

    def test_lock_is_reentrant(self):
        cache = solution.Cache(lambda n: 1 if n < 2 else cache[n - 1] * n)
        result = []
        t = threading.Thread(target=lambda: result.append(cache[5]), daemon=True)
        t.start()
        t.join(timeout=0.5)
        assert result == [120]
        assert len(cache) == 5


def test_thread_local_stack():
    stack = solution.LocalStack()
    stack.push("main")
    other = []
    t = threading.Thread(target=lambda: (other.append(stack.top), stack.push("x")))
    t.start()
    t.join()
    assert other == [None]
    assert stack.top == "main"
