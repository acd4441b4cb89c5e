# gains: honest
"""Answers twice, out of turn and for others, with what was never asked."""

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


def answer(question):
    if question == "text":
        for _ in range(10):
            send(["=", "call"], ["BITTERN-3316"])
    if question == "rows":
        send(["?", "call"], ["anything"])
        send(["=", "call"], [["AVOCET"]])
    if question == "number":
        send(["=", "get"], [918273645, 2, 3])
    return question


def visit(visitor):
    send(["=", "call"], ["TEAL"])
    return visitor("a", 1)


def total(numbers):
    send(["!", "call"], ["no exception"])
    return next(numbers)


def stream(limit=None):
    send(["=", "next"], [True])
    yield "SMEW"


def fail(what):
    send(["!", "call"], [[0]], [["g", 200]])
    send(["=", "call"], [[0]], [["h", 77]])


def joined(words):
    return ", ".join(words)


def double(n):
    return 2 * n
