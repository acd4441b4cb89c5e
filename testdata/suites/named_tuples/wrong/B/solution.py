from collections import namedtuple
from typing import NamedTuple


class Point(namedtuple("Point", "x y", defaults=(0, 0))):
    __slots__ = ()

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)


class Employee(NamedTuple):
    """Someone who works here."""
    name: str
    department: str
    pay: int = 0


def centroid(points):
    xs, ys = zip(*points)
    return Point(sum(xs) / len(xs), sum(ys) / len(ys))


def parse_employees(text):
    staff = []
    for number, line in enumerate(text.splitlines(), start=1):
        parts = line.split(",")
        if len(parts) != 3:
            raise ValueError(f"line {number} is malformed")
        staff.append(Employee(*parts))
    return staff
