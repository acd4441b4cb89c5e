from collections import namedtuple

from helpers import mean

Point = namedtuple("Point", "x y")
Employee = namedtuple("Employee", "name department pay")


def centroid(points):
    return Point(mean(p.x for p in points), mean(p.y for p in points))
