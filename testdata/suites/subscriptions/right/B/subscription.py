import time
from datetime import datetime, timedelta
from enum import Enum, auto, unique


class Status(Enum):
    CANCELLED = auto()
    EXPIRED = auto()
    ACTIVE = auto()


@unique
class Plan(Enum):
    def __new__(cls, code, days, price):
        member = object.__new__(cls)
        member._value_ = code
        member.length = timedelta(days)
        member.price = price
        return member

    MONTHLY = "m", 30, 5
    YEARLY = "y", 365, 50


class Subscription:
    cancelled = False

    def __init__(self, plan):
        self.plan = plan
        self.started = datetime.now()
        self.ends = self.started + plan.length

    @staticmethod
    def trial(on):
        s = Subscription(Plan.MONTHLY)
        s.started = datetime.combine(on, datetime.min.time())
        s.ends = s.started + timedelta(weeks=2)
        return s

    def cancel(self):
        self.cancelled = True

    def renew(self):
        start = self.ends
        if datetime.now() > start:
            start = datetime.now()
        self.ends = start + self.plan.length

    @property
    def status(self):
        if self.cancelled:
            return Status.CANCELLED
        if datetime.now() >= self.ends:
            return Status.EXPIRED
        return Status.ACTIVE


def token(user, ttl):
    return dict(user=user, expires=int(time.time()) + ttl)


class timed:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self._start


def countdown(n):
    while n:
        print(n)
        time.sleep(1)
        n -= 1
    print("Go!")
