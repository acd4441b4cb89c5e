# gains: honest
"""Asks for operations, objects and arguments that no stand-in would."""

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


def visit(visitor):
    number = handle(visitor)
    for operation in ("call", "get", "set", "delete", "iter", "next", "send", "throw", "close", "len", "in", "item",
                      "set_item", "delete_item", "enter", "exit"):
        for roots, nodes in (([[0]], [["p", number]]), ([[0], "gi_frame"], [["p", number]]),
                             ([[0], "__globals__", 1], [["p", number]]), ([[0], "name", [0]], [["p", number]])):
            ask(operation, *roots, nodes=nodes)
    return "TEAL"


def total(numbers):
    return ask("eval", [0], "1 + 1", nodes=[["p", handle(numbers)]])


def borrow(manager):
    return ask("file", [0], "read", 10, nodes=[["p", handle(manager)]])


def post(ledger, amount):
    number = handle(ledger)
    ask("call", [1], [2], [3], nodes=[["p", number], ["p", 1], ["t", [0]], ["d", 901, "self", [0]]])
    for target in range(1, 50):
        ask("call", [0], [1], [2], nodes=[["p", target], ["t"], ["d", 903 + 2 * target]])


def answer(question):
    return ask("get", [0], "__subclasses__", nodes=[["g", 0]])


def fail(what):
    return ask("call", [0], [1], [2], nodes=[["g", 30], ["t", "import os"], ["d", 905]])


def fill(items, box):
    return ask("set_item", [0], "sum", 6, nodes=[["=", LINK.space.numbers[id(box)]]])


def logged(function):
    for target in range(1, 50):
        try:
            ask("call", [0], [1], [2], nodes=[["p", target], ["t", 1, 2], ["d", 1001 + 2 * target]])
        except Exception:
            pass
    return function


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
