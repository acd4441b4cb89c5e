"""Copies one level where it should copy all, and shares its defaults."""

import copy

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value):
    return copy.copy(value)


def deep_copy(value):
    return copy.deepcopy(value)


def make_history(config):
    states = []

    def save():
        states.append(dict(config))

    def undo():
        if not states:
            return False
        state = states.pop()
        config.clear()
        config.update(state)
        return True

    return {"save": save, "undo": undo, "saved": lambda: [dict(state) for state in states]}


def new_service(name, tags=[], limits={}):
    return {"name": name, "tags": tags, "limits": {**DEFAULT_LIMITS, **limits}}


def page(rows, start, stop):
    return [copy.copy(row) for row in rows[start:stop]]


def refill(target, source):
    target[:] = source
