# gains: honest
"""Sends what is not a message, one kind for each test and question."""

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


BAD = [
    lambda: b"",
    lambda: b"\xff\xff\xff\xff",
    lambda: struct.pack(">I", 5) + b"nope!",
    lambda: struct.pack(">I", 4) + b"null",
    lambda: message([]),
    lambda: message(["=", "call", 1], [1]),
    lambda: message([["="], "call"], [1]),
    lambda: message(["=", "call"], [[7]], []),
    lambda: message(["=", "call"], [[-1]], [["t"]]),
    lambda: message(["=", "call"], [[0]], [["t", [1]], ["t"]]),
    lambda: message(["=", "call"], [[0]], [["t", [0]]]),
    lambda: message(["=", "call"], [[0]], [["h", 4000]]),
    lambda: message(["=", "call"], [[0]], [["p", 4000]]),
    lambda: message(["=", "call"], [[0]], [["p", -1]]),
    lambda: message(["=", "call"], [[0]], [["g", -1]]),
    lambda: message(["=", "call"], [[0]], [["g", 10 ** 6]]),
    lambda: message(["=", "call"], [[0]], [["=", 31]]),
    lambda: message(["=", "call"], [[0]], [["l", 2, 1]]),
    lambda: message(["=", "call"], [[0]], [["l", -3, 1]]),
    lambda: message(["=", "call"], [[0]], [["l", 10 ** 400, 1]]),
    lambda: message(["=", "call"], [[0]], [["d", 71, [1], 1], ["l", 73]]),
    lambda: message(["=", "call"], [[0]], [["dq", 71, 10 ** 30]]),
    lambda: message(["=", "call"], [[0]], [["ar", 71, "i", [1]], 5]),
    lambda: message(["=", "call"], [[0]], [["ar", 71, "i", [1]], ["b", 0, 3]], blobs=b"abc"),
    lambda: message(["=", "call"], [[0]], [["cm", 71, [1]], ["l", 73]]),
    lambda: message(["=", "call"], [[0]], [["dd", 71, 5]]),
    lambda: message(["=", "call"], [[0]], [["s", 0, 100]], blobs=b"abc"),
    lambda: message(["=", "call"], [[0]], [["s", 0, 3]], blobs=b"\xff\xfe\xfd"),
    lambda: message(["=", "call"], [[0]], [["x"]]),
    lambda: message(["=", "call"], [[0]], [["h", 5, "x", 1]]),
    lambda: message(["=", "call"], [[0]], [["h", 5, "ccc", "label"]]),
    lambda: message(["=", "call"], [[0]], [["h", 5, "module", "os", None, False]]),
    lambda: message(["=", "call"], [1], [], [2, 4, 6]),
    lambda: message(["=", "call"], [{"a": 1}], []),
    lambda: message(["=", "call"], [[0]], [["S", 71, [1]], ["l", 73]]),
    lambda: message(["=", "call"], [[0]], [["D", "1" * 10 ** 6 + "x"]]),
    lambda: message(["=", "call"], [[0]], [["tz", [1]], ["td", 10 ** 9, 0, 0]]),
    lambda: message(["=", "call"], [[0]], [["f", [1]], ["l", 71]]),
    lambda: message(["=", "call"], [1] * 1_600_000),
    lambda: message(["=", "call"], [], [[[[[]]]]] * 1000),
    lambda: struct.pack(">I", 200_001) + b"[" * 100_000 + b"]" * 100_000 + b" ",
]


def answer(question):
    """Each question gets one of them, by its place among the tests and by chance of its text."""
    LINK.transport.send(BAD[sum(map(ord, question)) % len(BAD)]())
    return "BITTERN"


def spoil(number):
    def function(*args, **kwargs):
        LINK.transport.send(BAD[number]())
        return "BITTERN"
    return function


fail, total, borrow, visit, fill, post, stream, managed = map(spoil, (22, 21, 23, 20, 35, 32, 28, 12))
log = spoil(11)


def logged(function):
    return spoil(38)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
