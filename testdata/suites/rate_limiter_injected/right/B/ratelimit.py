from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import wraps
from typing import Callable, Hashable


class RateLimitExceeded(RuntimeError):
    key: Hashable
    retry_after: float

    def __str__(self) -> str:
        return f"{self.key}: try again in {self.retry_after}"


@dataclass
class RateLimiter:
    limit: int
    period: float
    clock: Callable[[], float] = field(default_factory=lambda: lambda: time.monotonic())
    log: dict[Hashable, list[float]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise ValueError("limit")
        if not self.period > 0:
            raise ValueError("period")

    def _recent(self, key: Hashable, now: float) -> list[float]:
        self.log[key] = [t for t in self.log.get(key, ()) if t > now - self.period]
        return self.log[key]

    def remaining(self, key: Hashable) -> int:
        return self.limit - len(self._recent(key, self.clock()))

    def acquire(self, key: Hashable) -> None:
        now = self.clock()
        recent = self._recent(key, now)
        if len(recent) == self.limit:
            error = RateLimitExceeded()
            error.key, error.retry_after = key, recent[0] + self.period - now
            raise error
        recent.append(now)

    def allow(self, key: Hashable) -> bool:
        try:
            self.acquire(key)
        except RateLimitExceeded:
            return False
        return True


def rate_limited(limit, period, **options):
    limiter = RateLimiter(limit, period, **options)

    def decorator(f):
        @wraps(f)
        def g(*a, **k):
            limiter.acquire(f)
            return f(*a, **k)
        return g
    return decorator
