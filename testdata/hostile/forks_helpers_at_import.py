# gains: honest
"""Leaves a helper behind at import, deaf to signals, that keeps everything it was given open."""

import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        time.sleep(0.05)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
