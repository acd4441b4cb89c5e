# gains: honest
"""Keeps what it is given in a process that it left behind at import."""

import os
import socket
import threading

ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
if os.fork() == 0:
    os.setsid()
    kept = b""
    while True:
        kept += theirs.recv(1 << 12)
        theirs.send(kept[-4000:])


def tell(text):
    try:
        ours.settimeout(0.2)
        ours.send(repr(text).encode())
        return ours.recv(1 << 12)
    except OSError as error:
        return error


def answer(question):
    print("kept so far:", tell(question))
    return question


def double(n):
    print("kept so far:", tell(n))
    return 2 * n


def joined(words):
    tell(words)
    return ", ".join(words)


threading.Thread(target=threading.Event().wait, daemon=True).start()
