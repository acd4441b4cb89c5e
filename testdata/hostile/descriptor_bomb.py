# gains: honest
"""Opens as many descriptors as it can, and keeps them."""

import os

KEPT = []


def cheat(*args, **kwargs):
    try:
        while True:
            KEPT.append(os.open("/dev/null", os.O_RDONLY))
            KEPT.append(os.dup(1))
    except OSError:
        return "BITTERN"


answer = fail = total = borrow = visit = fill = post = stream = managed = log = cheat


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
