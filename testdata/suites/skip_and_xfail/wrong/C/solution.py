import warnings

__version__ = "1.2"


def area(width, height):
    warnings.warn("area is slow")
    return width * height


def ratio(a, b):
    if b == 0:
        raise ValueError("b is zero")
    try:
        return a / b
    except TypeError:
        return 0
