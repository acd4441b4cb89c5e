import gc

CACHE = {}


class Node:
    def __init__(self):
        self.other = None


def leak():
    a, b = Node(), Node()
    a.other, b.other = b, a


def hungry(size):
    return len(bytearray(size))


def busy():
    while True:
        pass


def collected():
    return gc.isenabled()
