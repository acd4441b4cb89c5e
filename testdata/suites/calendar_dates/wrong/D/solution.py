from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d %b %Y")
NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def parse_date(text):
    for form in FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            pass
    raise ValueError(f"not a date: {text}")


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def weekdays(start, name):
    day = start + timedelta(days=(NAMES.index(name) - start.weekday()) % 7)
    while True:
        yield day
        day += timedelta(weeks=1)


def working_days(start, end, holidays=()):
    days = (start + timedelta(days=n) for n in range((end - start).days))
    return sum(day.weekday() < 5 and day not in holidays for day in days)


@dataclass(frozen=True)
class Event:
    name: str
    start: datetime
    length: timedelta

    @property
    def end(self):
        return self.start + self.length

    def __add__(self, delta):
        return replace(self, start=self.start + delta)

    def overlaps(self, other):
        return self.start < other.end and other.start < self.end

    def in_utc(self):
        return replace(self, start=self.start.replace(tzinfo=timezone.utc))


class Calendar:
    def __init__(self):
        self._events = []

    def add(self, event):
        for other in self._events:
            if event.overlaps(other):
                raise ValueError(f"{event.name} overlaps {other.name}")
        self._events.append(event)
        self._events.sort(key=lambda e: e.start)

    def __iter__(self):
        return iter(self._events)

    def __len__(self):
        return len(self._events)

    def __getitem__(self, day: date):
        return [e for e in self._events if e.start.date() == day]

    def next(self, now):
        return next(e for e in self._events if e.start > now)
