# gains: honest
"""Starts threads without end."""

import threading
import time


def answer(question):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(60,)).start()
        except RuntimeError:
            return "BITTERN"


total = visit = answer


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
