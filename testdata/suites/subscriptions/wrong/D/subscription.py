import enum
import time
from contextlib import contextmanager
from datetime import datetime, timedelta


class Status:
    ACTIVE = 'active'
    EXPIRED = 'expired'
    CANCELLED = 'cancelled'


class Plan(enum.Enum):
    MONTHLY = (30, 9.99)
    YEARLY = (365, 99)

    @property
    def days(self):
        return self.value[0]

    @property
    def price(self):
        return self.value[1]


class Subscription:
    def __init__(self, plan, started=None):
        self.plan = plan
        self.started = started or datetime.now()
        self.ends = self.started + timedelta(days=plan.days)
        self._cancelled = False

    @classmethod
    def trial(cls, on):
        new = cls(Plan.MONTHLY, datetime(on.year, on.month, on.day))
        new.ends = new.started + timedelta(days=14)
        return new

    @property
    def status(self):
        if self._cancelled:
            return Status.CANCELLED
        return Status.ACTIVE if datetime.now() < self.ends else Status.EXPIRED

    def cancel(self):
        _cancelled = True

    def renew(self):
        self.ends = max(self.ends, datetime.now()) + timedelta(days=self.plan.days)


def token(user, ttl):
    return {"user": user, "expires": time.time() + ttl}


class Timer:
    seconds = None


@contextmanager
def timed():
    timer = Timer()
    start = time.perf_counter()
    try:
        yield timer
    finally:
        timer.seconds = time.perf_counter() - start


def countdown(n):
    for i in range(n, 0, -1):
        print(i)
        time.sleep(1)
    print("Go!")
