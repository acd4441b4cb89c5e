from dataclasses import dataclass, field
from time import monotonic, sleep as real_sleep
from typing import Any, Callable


@dataclass
class LimitExceeded(Exception):
    retry_after: float

    def __str__(self):
        return "limit exceeded, wait %.1f s" % self.retry_after


@dataclass
class RateLimiter:
    limit: int
    period: float
    clock: Callable[[], float] = monotonic
    sleep: Callable[[float], Any] = real_sleep
    log: list = field(default_factory=list)

    def __post_init__(self):
        if self.limit <= 0:
            raise ValueError(f"limit: {self.limit}")

    def _times(self, key):
        now = self.clock()
        self.log = [(k, t) for k, t in self.log if now < t + self.period]
        return [t for k, t in self.log if k == key]

    def remaining(self, key=""):
        return self.limit - len(self._times(key))

    def _try(self, key):
        times = self._times(key)
        if len(times) >= self.limit:
            return min(times) + self.period - self.clock()
        self.log.append((key, self.clock()))
        return None

    def allow(self, key=""):
        return self._try(key) is None

    def wait(self, key=""):
        while (left := self._try(key)) is not None:
            self.sleep(left)

    def __call__(self, func):
        def limited(*args, **kwargs):
            left = self._try(func.__qualname__)
            if left is not None:
                raise LimitExceeded(left)
            return func(*args, **kwargs)
        return limited


class Stopwatch:
    def __init__(self, clock=monotonic):
        self.clock, self.laps, self.since = clock, [], None

    def start(self):
        self.since = self.clock()

    def stop(self):
        if self.since is None:
            raise RuntimeError("start it first")
        self.laps.append(self.clock() - self.since)
        self.since = None
        return sum(self.laps)

    @property
    def elapsed(self):
        return sum(self.laps) + (0 if self.since is None else self.clock() - self.since)
