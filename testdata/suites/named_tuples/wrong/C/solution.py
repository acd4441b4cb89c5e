class Point:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __iter__(self):
        return iter((self.x, self.y))

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)


class Employee:
    def __init__(self, name, department, pay=0):
        self.name, self.department, self.pay = name, department, pay


def centroid(points):
    points = [tuple(p) for p in points]
    return Point(sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))


def parse_employees(text):
    return [Employee(*line.split(",")) for line in text.splitlines()]
