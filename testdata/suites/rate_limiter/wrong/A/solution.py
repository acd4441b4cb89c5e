import functools
import time
from collections import defaultdict, deque


class LimitExceeded(Exception):
    def __init__(self, retry_after):
        super().__init__(f"try again in {retry_after:.1f} s")
        self.retry_after = retry_after


class RateLimiter:
    def __init__(self, limit, period, clock=time.monotonic, sleep=time.sleep):
        if limit < 1:
            raise ValueError("limit must be positive")
        self.limit, self.period = limit, period
        self.clock, self.sleep = clock, sleep
        self.calls = defaultdict(deque)

    def _recent(self, key):
        calls = self.calls[key]
        while calls and self.clock() - calls[0] > self.period:
            calls.popleft()
        return calls

    def remaining(self, key=None):
        return self.limit - len(self._recent(key))

    def allow(self, key=None):
        if not self.remaining(key):
            return False
        self.calls[key].append(self.clock())
        return True

    def time_left(self, key=None):
        return self._recent(key)[0] + self.period - self.clock()

    def wait(self, key=None):
        if not self.allow(key):
            self.sleep(self.period)

    def __call__(self, func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            if not self.allow(func):
                raise LimitExceeded(self.time_left(func))
            return func(*args, **kwargs)
        return wrapper


class Stopwatch:
    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._begin = None
        self._total = 0

    def start(self):
        self._begin = self._clock()

    def stop(self):
        if self._begin is None:
            raise RuntimeError("not running")
        self._total += self._clock() - self._begin
        self._begin = None
        return self._total

    @property
    def elapsed(self):
        running = self._clock() - self._begin if self._begin is not None else 0
        return self._total + running
