import functools
import time
from collections import defaultdict, deque


class RateLimitExceeded(RuntimeError):
    def __init__(self, key, retry_after):
        super().__init__(f"rate limit exceeded for {key!r}, retry after {retry_after:.2f}s")
        self.key = key
        self.retry_after = retry_after


class RateLimiter:
    def __init__(self, limit, period, clock=None):
        if limit <= 0 or period <= 0:
            raise ValueError("limit and period must be positive")
        self.limit = limit
        self.period = period
        self._clock = clock
        self._hits = defaultdict(deque)

    def _now(self):
        return self._clock() if self._clock is not None else time.monotonic()

    def _prune(self, key, now):
        hits = self._hits[key]
        while hits and now - hits[0] >= self.period:
            hits.popleft()
        return hits

    def _try(self, key):
        now = self._now()
        hits = self._prune(key, now)
        if len(hits) >= self.limit:
            return self.period - (now - hits[0])
        hits.append(now)
        return None

    def allow(self, key):
        return self._try(key) is None

    def remaining(self, key):
        return self.limit - len(self._prune(key, self._now()))

    def acquire(self, key):
        wait = self._try(key)
        if wait is not None:
            raise RateLimitExceeded(key, wait)


def rate_limited(limit, period, clock=None):
    def decorate(func):
        limiter = RateLimiter(limit, period, clock)

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            limiter.acquire(func.__name__)
            return func(*args, **kwargs)
        return wrapper
    return decorate
