import calendar
import datetime as dt
import itertools
import re


def parse_date(text):
    if m := re.fullmatch(r"(\d+)-(\d+)-(\d+)", text):
        return dt.date(*map(int, m.groups()))
    if m := re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text):
        return dt.date(int(m[3]), int(m[2]), int(m[1]))
    day, month, year = text.split()
    return dt.date(int(year), list(calendar.month_abbr).index(month), int(day))


def age(born, on):
    years = on.year - born.year
    if on.month * 100 + on.day < born.month * 100 + born.day:
        years -= 1
    return years


def weekdays(start, name):
    wanted = list(calendar.day_abbr).index(name)
    for n in itertools.count():
        day = start + dt.timedelta(n)
        if day.weekday() == wanted:
            yield day


def working_days(start, end, holidays=frozenset()):
    total = 0
    while start < end:
        total += start.isoweekday() <= 5 and start not in holidays
        start += dt.timedelta(days=1)
    return total


class Event:
    def __init__(self, name, start, length):
        self.name, self.start, self.end = name, start, start + length

    def __add__(self, delta):
        return Event(self.name, self.start + delta, self.end - self.start)

    def in_utc(self):
        offset = self.start.utcoffset()
        moved = self + -offset
        moved.start = moved.start.replace(tzinfo=dt.timezone.utc)
        return moved


class Calendar(list):
    def add(self, event):
        clash = [other.name for other in self if not (event.end <= other.start or event.start >= other.end)]
        if clash:
            raise ValueError("{} overlaps {}".format(event.name, ", ".join(clash)))
        self.append(event)
        self.sort(key=lambda e: e.start)

    def __getitem__(self, day):
        midnight = dt.datetime.combine(day, dt.time.min)
        return [e for e in self if midnight <= e.start < midnight + dt.timedelta(days=1)]

    def next(self, now):
        for event in self:
            if now < event.start:
                return event
