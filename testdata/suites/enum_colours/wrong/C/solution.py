from enum import Enum, Flag, IntEnum, auto


class Colour(Enum):
    RED = "#ff0000"
    GREEN = "#00ff00"
    BLUE = "#0000ff"
    CRIMSON = "#ff0000"

    @property
    def rgb(self):
        return tuple(int(self.value[i:i + 2], 16) for i in (1, 3, 5))

    def __str__(self):
        return self.name.lower()


class Level(IntEnum):
    LOW = 1
    MIDDLE = 2
    HIGH = 3

    @classmethod
    def of(cls, score):
        if score >= 80:
            return cls.HIGH
        return cls.MIDDLE if score >= 50 else cls.LOW


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = auto()


def mix(*colours):
    parts = [max(channel) for channel in zip(*(c.rgb for c in colours))]
    return "#" + "".join(f"{p:02x}" for p in parts)


def allowed(letters):
    table = {"r": Permission.READ, "w": Permission.WRITE, "x": Permission.EXECUTE}
    result = Permission(0)
    for letter in letters:
        if letter not in table:
            raise ValueError(f"unknown permission {letter!r}")
        result |= table[letter]
    return result
