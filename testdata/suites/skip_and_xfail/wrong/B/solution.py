__version__ = "1.2"


def turbo():
    return "slow"


def area(width, height):
    return width * height


def ratio(a, b):
    return a / b
