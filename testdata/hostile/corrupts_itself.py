# gains: honest
"""Patches the modules that its own messages are made with."""

import builtins
import json
import marshal
import os
import socket
import struct
import sys

KEPT = json.dumps


def spoiled(*args, **kwargs):
    text = KEPT(*args, **kwargs)
    if "public" in text or "get" in text:
        return text
    return text.replace('"=", "call"', '"?", "call"').replace(":", ";")


def answer(question):
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("pygrader.wire"):
            for name in ("LENGTH", "HEADER"):
                if hasattr(module, name):
                    setattr(module, name, struct.Struct("<I"))
    return "BITTERN"


def total(numbers):
    json.dumps = spoiled
    return 18 - 1


def visit(visitor):
    import pygrader.wire.encode
    pygrader.wire.encode.Encoder.encode = lambda *args: b"x" * 10 ** 6
    return ["TEAL"]


def fail(what):
    struct.Struct = marshal.loads = None
    builtins.len = lambda x: 0
    raise ValueError(what)


def stream(limit=None):
    socket.socket.sendall = lambda self, data: os.write(self.fileno(), data[::-1])
    while True:
        yield 1


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
