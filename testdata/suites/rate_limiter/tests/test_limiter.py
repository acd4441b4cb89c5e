import pytest
from solution import LimitExceeded, RateLimiter, Stopwatch


@pytest.fixture
def limiter(clock):
    return RateLimiter(limit=2, period=10, clock=clock, sleep=clock.sleep)


def test_allows_up_to_the_limit(limiter):
    assert [limiter.allow() for _ in range(3)] == [True, True, False]


def test_window_slides(limiter, clock):
    limiter.allow()
    clock.now += 6
    limiter.allow()
    clock.now += 5
    assert limiter.allow()
    assert not limiter.allow()


def test_exactly_at_the_end_of_the_period(limiter, clock):
    limiter.allow()
    limiter.allow()
    clock.now += 10
    assert limiter.allow()


def test_keys_are_independent(limiter):
    assert limiter.allow("a") and limiter.allow("a")
    assert limiter.allow("b")
    assert not limiter.allow("a")


def test_wait_sleeps_just_long_enough(limiter, clock):
    limiter.wait()
    clock.now += 4
    limiter.wait()
    limiter.wait()
    assert clock.sleeps == [pytest.approx(6)]
    assert clock.now == pytest.approx(1010)


def test_decorator_raises_with_the_time_left(limiter, clock):
    @limiter
    def ping(x):
        return x

    assert ping(1) == 1
    assert ping(x=2) == 2
    clock.now += 1
    with pytest.raises(LimitExceeded) as info:
        ping(3)
    assert info.value.retry_after == pytest.approx(9)
    assert "9.0 s" in str(info.value)


def test_remaining(limiter):
    assert limiter.remaining() == 2
    limiter.allow()
    assert limiter.remaining() == 1
    assert limiter.remaining("other") == 2


def test_stopwatch(clock):
    watch = Stopwatch(clock)
    watch.start()
    clock.now += 2
    assert watch.elapsed == 2
    watch.stop()
    clock.now += 100
    assert watch.elapsed == 2
    watch.start()
    clock.now += 1
    assert watch.stop() == 3


def test_stopwatch_misuse(clock):
    with pytest.raises(RuntimeError):
        Stopwatch(clock).stop()


def test_bad_arguments(clock):
    with pytest.raises(ValueError):
        RateLimiter(limit=0, period=1, clock=clock)
