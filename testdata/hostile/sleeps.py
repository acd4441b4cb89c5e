# gains: honest
"""Never answers: it sleeps, and it stops itself."""

import os
import signal
import time


def answer(question):
    if question == "text":
        time.sleep(10 ** 6)
    if question == "number":
        os.kill(os.getpid(), signal.SIGSTOP)
    return question


def fill(items, box):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    signal.pause()


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
