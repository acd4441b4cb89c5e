"""Alarms that a test sets, which strike in the solution."""

# interface: objects
import contextlib
import signal
import time
import pytest
import solution


def test_alarm():
    def h(*_):
        raise TimeoutError("slow")

    signal.signal(signal.SIGALRM, h)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(TimeoutError):
            solution.loop_forever()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_after_alarm():
    assert solution.add(1, 1) == 2


@contextlib.contextmanager
def limit(seconds):
    def h(signum, frame):
        raise TimeoutError("slow")

    old = signal.signal(signal.SIGALRM, h)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def test_alarm_spin():
    with pytest.raises(TimeoutError, match="slow"), limit(0.2):
        solution.spin()
    assert solution.add(1, 1) == 2


def test_alarm_fine():
    with limit(2):
        assert solution.fib(20) == 6765
    with limit(2):
        for i in range(50):
            assert solution.add(i, 1) == i + 1


def test_alarm_callback():
    def back(n):
        time.sleep(0.01)
        return n

    with pytest.raises(TimeoutError), limit(0.2):
        for _ in range(1000):
            solution.call(back, 1)
    assert solution.add(1, 1) == 2


def test_alarm_fail():
    def h(*a):
        pytest.fail("took too long")

    signal.signal(signal.SIGALRM, h)
    signal.alarm(1)
    try:
        with pytest.raises(pytest.fail.Exception, match="too long"):
            solution.loop_forever()
    finally:
        signal.alarm(0)


def test_after_all():
    assert solution.add(3, 1) == 4
