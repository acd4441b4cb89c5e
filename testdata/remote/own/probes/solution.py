import gc
import threading
import time

CACHE = {}


class Node:
    def __init__(self):
        self.other = None


def leak():
    a, b = Node(), Node()
    a.other, b.other = b, a


def hungry(size):
    return len(bytearray(size))


def busy(seconds=float("inf")):
    while time.process_time() < seconds:
        pass


def later(callback):
    thread = threading.Thread(target=lambda: [callback(number) for number in range(5)])
    thread.start()
    return thread


def collected():
    return gc.isenabled()
