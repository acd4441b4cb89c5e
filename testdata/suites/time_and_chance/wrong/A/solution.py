import random
import time
from datetime import datetime


def poll(check, interval, tries=10):
    for attempt in range(tries):
        result = check()
        if result:
            return result
        time.sleep(interval)
    raise TimeoutError(f"no result after {tries} tries")


def age(then):
    seconds = time.time() - then
    for size, name in ((3600, "hour"), (60, "minute")):
        if seconds >= size:
            n = int(seconds // size)
            return f"{n} {name}{'s' if n > 1 else ''} ago"
    return "just now"


def measure(func):
    begin = time.time()
    result = func()
    return result, time.time() - begin


def stamp():
    return datetime.now().strftime("%Y-%m-%d %H:%M")


def roll(n, rng=random):
    return [rng.randint(1, 6) for _ in range(n)]


def deal(deck, n):
    random.shuffle(deck)
    hand, deck[:] = deck[:n], deck[n:]
    return hand


def password(length, letters="abcdefghijklmnopqrstuvwxyz"):
    return "".join(random.choice(letters) for _ in range(length))
