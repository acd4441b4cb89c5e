import time


def add(a, b):
    return a + b


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def loop_forever():
    while True:
        time.sleep(0.01)


def spin():
    while True:
        pass


def call(f, *a):
    return f(*a)
