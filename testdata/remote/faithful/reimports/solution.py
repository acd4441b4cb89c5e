import os

STATE = []
LEVEL = os.environ.get("LEVEL", "none")


class Reg:
    items = {}


def add(x):
    STATE.append(x)
    return len(STATE)
