import enum
from functools import reduce
from operator import or_


class Colour(str, enum.Enum):
    RED = "#ff0000"
    GREEN = "#00ff00"
    BLUE = "#0000ff"
    CRIMSON = RED

    def __init__(self, code):
        number = int(code.removeprefix("#"), base=16)
        self.rgb = (number >> 16, number >> 8 & 0xff, number & 0xff)

    __str__ = lambda self: self._name_.lower()  # noqa: E731


class Level(int, enum.Enum):
    LOW, MIDDLE, HIGH = 1, 2, 3

    @staticmethod
    def of(score):
        return Level(1 + sum(score >= bound for bound in (50, 80)))


class Permission(enum.IntFlag):
    EXECUTE = 1
    WRITE = 2
    READ = 4
    ALL = 7


def mix(*colours):
    number = 0
    for colour in colours:
        number |= int(colour.value[1:], 16)
    return "#%06x" % number


def allowed(letters):
    def one(letter):
        for permission in (Permission.READ, Permission.WRITE):
            if permission.name[0].lower() == letter:
                return permission
        if letter == "x":
            return Permission.EXECUTE
        raise ValueError("no permission " + repr(letter))

    return reduce(or_, map(one, letters), Permission(0))
