"""Prints, reads its own name, is imported with a star."""
import os
import sys

print("imported")  # before there is anyone to hear it

__all__ = ["shout", "test_nothing", "len"]


def shout(text):
    print(text.upper())
    print("to stderr", file=sys.stderr)
    os.write(1, b"raw\n")


def test_nothing():
    raise RuntimeError("never a test")


def len(value):
    return -1


def chatter():
    """Goes on printing after its answer, until it is ended."""
    import threading
    import time

    def talk():
        while True:
            os.write(1, b"x")
            time.sleep(0.001)  # else it would be ended for printing too much
    threading.Thread(target=talk, daemon=True).start()


def same(value):
    return value
