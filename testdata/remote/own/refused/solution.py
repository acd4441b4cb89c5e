"""Gives what may not cross, and dies."""
import ctypes
import os
import signal
import unittest


class Thing:
    def __eq__(self, other):
        return True

    def __bool__(self):
        return True

    __hash__ = object.__hash__
    value = 1


class Loud(BaseException):
    pass


def thing():
    return Thing()


def things():
    return [Thing()]


def function():
    function.calls = 3
    return function


def same(value):
    return value


def call(function):
    return function()


def steer(name):
    if name == "keyboard":
        raise KeyboardInterrupt
    if name == "skip":
        raise unittest.SkipTest("x")
    if name == "loud":
        raise Loud
    if name == "group":
        raise BaseExceptionGroup("x", [KeyboardInterrupt()])
    if name == "generator":
        raise GeneratorExit
    raise StopIteration


def leave():
    os._exit(0)


def segfault():
    ctypes.string_at(0)


def terminate():
    os.kill(os.getpid(), signal.SIGTERM)


def memory():
    return len(bytearray(1 << 40))


def grow():
    data = []
    while True:
        data.append(bytearray(1 << 20))


def flood():
    while True:
        print("x" * 1000)


def loop():
    while True:
        pass


def endless(value):
    while True:
        yield value


def pairs():
    value = [1]
    for _ in range(60):
        value = [value, value]
    return value


def colliding():
    return {number * (2**61 - 1): 0 for number in range(1, 200)}


def deep_key():
    key = ()
    for _ in range(500):
        key = (key,)
    return {key: 1}


def too_much():
    return bytes(30 << 20)


def many():
    return [0] * 1_600_000


def wide_key():
    return {tuple(range(20_000)): 1}


def far_column():
    raise SyntaxError("far", ("solution.py", 1, 1, "text", 1, 10**9))
