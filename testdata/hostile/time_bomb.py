# gains: honest
"""Has threads change containers while they cross."""

import threading

BOX = {n: [n] for n in range(300)}
ROWS = [[n] for n in range(300)]


def shake(items, box):
    number = 0
    while True:
        number += 1
        box[number % 1000] = [number]
        box.pop((number * 7) % 1000, None)
        items.append([number])
        if len(items) > 1000:
            del items[:900]


def start(items, box):
    threading.Thread(target=shake, args=(items, box), daemon=True).start()


def answer(question):
    start(ROWS, BOX)
    return {"code": BOX, "parts": ROWS}


def fill(items, box):
    start(items, box)


def visit(visitor):
    start(ROWS, BOX)
    return [visitor(ROWS, BOX), visitor(BOX, ROWS)]


def stream(limit=None):
    start(ROWS, BOX)
    while True:
        yield ROWS


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
