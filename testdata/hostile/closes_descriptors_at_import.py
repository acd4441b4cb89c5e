# gains:
"""Closes every descriptor while it is imported."""

import os

os.closerange(0, 512)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
