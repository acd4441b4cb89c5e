# gains: honest
"""Uses the link from threads and forked children, while the test is not asking."""

import gc
import json
import struct

LINK = next(thing for thing in gc.get_objects() if type(thing).__name__ == "GuestLink")


def message(head, roots=(), nodes=(), released=(), blobs=b""):
    text = json.dumps([list(head), list(roots), list(nodes), list(released)]).encode()
    return struct.pack(">I", len(text)) + text + blobs


def send(*parts, **more):
    LINK.transport.send(message(*parts, **more))


def ask(operation, *roots, nodes=()):
    """A request of our own making; the answer's bytes."""
    send(["?", operation], roots, nodes)
    return LINK.transport.receive()


def handle(stand_in):
    return LINK.space.proxy_ids[id(stand_in)]

import os
import threading
import time

SEEN = []


def chatter(visitor):
    while True:
        try:
            SEEN.append(visitor("a", 1))
        except BaseException as error:
            SEEN.append(error)
        time.sleep(0.001)


def visit(visitor):
    for _ in range(3):
        threading.Thread(target=chatter, args=(visitor,), daemon=True).start()
    time.sleep(0.05)
    return ["TEAL", "TEAL"]


def total(numbers):
    if os.fork() == 0:
        LINK.transport._owner = os.getpid()
        for _ in range(100):
            try:
                LINK.transport.send(message(["=", "call"], [18]))
            except OSError:
                break
        os._exit(0)
    os.wait()
    return 18 - 1


def stream(limit=None):
    threading.Thread(target=lambda: [send(["=", "next"], [[0]], [["t", True, "SMEW-2026"]]) for _ in range(100)],
                     daemon=True).start()
    while True:
        yield "SMEW"


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
