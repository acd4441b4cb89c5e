import time
from unittest import mock

import pytest

import ratelimit
from ratelimit import RateLimiter, RateLimitExceeded, rate_limited


def test_allows_up_to_limit(clock):
    limiter = RateLimiter(3, 10, clock=clock)
    assert [limiter.allow("bob") for _ in range(4)] == [True, True, True, False]


def test_window_slides(clock):
    limiter = RateLimiter(2, 10, clock=clock)
    assert limiter.allow("bob")
    clock.advance(6)
    assert limiter.allow("bob")
    assert not limiter.allow("bob")
    clock.advance(4)
    assert limiter.allow("bob")
    assert not limiter.allow("bob")


def test_keys_are_independent(clock):
    limiter = RateLimiter(1, 10, clock=clock)
    assert limiter.allow("a")
    assert limiter.allow("b")
    assert not limiter.allow("a")


def test_limiters_are_independent(clock):
    one = RateLimiter(1, 10, clock=clock)
    two = RateLimiter(1, 10, clock=clock)
    assert one.allow("a")
    assert two.allow("a")


def test_remaining(clock):
    limiter = RateLimiter(2, 10, clock=clock)
    assert limiter.remaining("a") == 2
    limiter.allow("a")
    assert limiter.remaining("a") == 1
    clock.advance(10)
    assert limiter.remaining("a") == 2


def test_acquire_raises_with_retry_after(clock):
    limiter = RateLimiter(1, 10, clock=clock)
    limiter.acquire("a")
    clock.advance(2.5)
    with pytest.raises(RateLimitExceeded) as excinfo:
        limiter.acquire("a")
    assert excinfo.value.retry_after == pytest.approx(7.5)
    assert excinfo.value.key == "a"
    assert "a" in str(excinfo.value)


def test_exception_is_a_runtime_error():
    assert issubclass(RateLimitExceeded, RuntimeError)


def test_decorator(clock):
    calls = []

    @rate_limited(2, 60, clock=clock)
    def send(message, *, urgent=False):
        """Send it."""
        calls.append((message, urgent))
        return len(calls)

    assert send("hi") == 1
    assert send("ho", urgent=True) == 2
    with pytest.raises(RateLimitExceeded):
        send("no")
    assert calls == [("hi", False), ("ho", True)]
    assert send.__name__ == "send"
    assert send.__doc__ == "Send it."


def test_default_clock_is_monotonic():
    with mock.patch("time.monotonic", side_effect=[0.0, 1.0, 61.0]) as fake:
        limiter = RateLimiter(1, 60)
        assert limiter.allow("k")
        assert not limiter.allow("k")
        assert limiter.allow("k")
    assert fake.call_count == 3


def test_mock_clock_is_called_once_per_allow():
    clock = mock.Mock(return_value=5.0)
    limiter = RateLimiter(5, 1, clock=clock)
    limiter.allow("a")
    limiter.allow("a")
    assert clock.call_count == 2
    clock.assert_called_with()


@pytest.mark.parametrize("limit, period", [(0, 1), (-1, 1), (1, 0), (1, -0.5)])
def test_validation(limit, period):
    with pytest.raises(ValueError):
        RateLimiter(limit, period)
