# gains: honest
"""Ends itself by signals that look like a normal end to a shell."""

import os
import signal


def cheat(*args, **kwargs):
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    os.kill(os.getpid(), signal.SIGTERM)


def dies(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGSEGV)


answer = fail = total = borrow = visit = fill = post = stream = managed = log = cheat
fail = visit = stream = dies


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
