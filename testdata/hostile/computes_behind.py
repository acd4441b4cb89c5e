# gains: honest
"""Has a child compute while the test waits for nothing, and lets it answer in time."""

import os


def burn():
    if os.fork() == 0:
        os.setsid()
        while True:
            pass


def answer(question):
    if question == "text":
        burn()
    return question


def fill(items, box):
    burn()
    items.sort()


def stream(limit=None):
    burn()
    while True:
        yield "SMEW"


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
