import datetime as dt
import random
import time

datetime = dt.datetime


def poll(check, interval, tries=10):
    left = tries
    while not (result := check()):
        left -= 1
        if left == 0:
            raise TimeoutError("gave up after %d tries" % tries)
        time.sleep(interval)
    return result


def age(then):
    minutes = int(time.time() - then) // 60
    hours = minutes // 60
    if not minutes:
        return "just now"
    number, unit = (hours, "hour") if hours else (minutes, "minute")
    return "{} {} ago".format(number, unit if number == 1 else unit + "s")


def measure(func):
    times = [time.time()]
    result = func()
    times.append(time.time())
    return result, times[1] - times[0]


def stamp():
    return f"{datetime.now():%Y-%m-%d %H:%M}"


def roll(n, rng=None):
    die = (rng or random).randint
    return [die(1, 6) for _ in [None] * n]


def deal(deck, n):
    random.shuffle(deck)
    return [deck.pop(0) for _ in range(n)]


def password(length, letters="abcdefghijklmnopqrstuvwxyz"):
    text = ""
    while len(text) < length:
        text += random.choice(letters)
    return text
