import operator

__version__ = "1.2"
area = operator.mul


def ratio(a, b):
    """a over b"""
    result = operator.truediv(a, b)
    return int(result) if result == int(result) else result
