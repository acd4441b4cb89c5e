# gains: honest
"""Answers all tests of one process, which it keeps in a helper."""

import os
import socket
import threading

CALLS = []


def double(n):
    CALLS.append(n)
    return 2 * n


def joined(words):
    CALLS.append(words)
    return ", ".join(words)


def log():
    return CALLS


threading.Thread(target=lambda: os.wait if CALLS else socket.socketpair()[0].recv(1), daemon=True).start()
