class Colour:
    RED = "#ff0000"
    GREEN = "#00ff00"
    BLUE = "#0000ff"
    CRIMSON = "#ff0000"


class Level:
    LOW = 1
    MIDDLE = 2
    HIGH = 3

    @classmethod
    def of(cls, score):
        return cls.HIGH if score > 80 else cls.MIDDLE if score > 50 else cls.LOW


class Permission:
    READ = 1
    WRITE = 2
    EXECUTE = 4
    ALL = 7

    def __new__(cls, value):
        return value


def mix(*colours):
    return "#" + "".join(f"{max(int(c[i:i + 2], 16) for c in colours):02x}" for i in (1, 3, 5))


def allowed(letters):
    return sum({"r": 1, "w": 2, "x": 4}[x] for x in letters)
