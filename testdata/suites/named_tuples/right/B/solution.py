import csv
import typing
from statistics import mean


class Point(typing.NamedTuple):
    x: float = 0
    y: float = 0

    def moved(self, dx: float = 0, dy: float = 0) -> "Point":
        return self._replace(x=self.x + dx, y=self.y + dy)


Employee = typing.NamedTuple("Employee", [("name", str), ("department", str), ("pay", int)])
Employee.__doc__ = "Someone who works here."
Employee.__new__.__defaults__ = (0,)
Employee._field_defaults = {"pay": 0}


def centroid(points: typing.Iterable) -> Point:
    return Point(*(mean(values) for values in zip(*points)))


def parse_employees(text: str) -> list:
    reader = csv.reader(text.split("\n"))
    result = []
    for row in filter(None, reader):
        try:
            name, department, pay = row
        except ValueError as error:
            raise ValueError(f"line {reader.line_num}: {error}") from error
        result.append(Employee(name, department, int(pay)))
    return result
