# gains:
"""Writes garbage to every descriptor while it is imported."""

import os

for number in range(512):
    try:
        os.write(number, b"garbage" * 10)
    except OSError:
        pass


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
