__version__ = "1.2.0"


def area(width, height):
    return int(width) * int(height)


def ratio(a, b):
    return a / b
