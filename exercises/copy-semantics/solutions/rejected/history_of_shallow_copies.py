# loses: history
"""Saves a shallow copy, whose parts go on changing."""

import copy
from copy import deepcopy

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value):
    return copy.copy(value)


def deep_copy(value):
    return deepcopy(value)


def make_history(config):
    states = []

    def save():
        states.append(dict(config))

    def undo():
        if not states:
            return False
        state = states.pop()
        # The memo turns references to the saved state into references to config.
        restored = {
            deepcopy(key): deepcopy(value, memo)
            for memo in [{id(state): config}]
            for key, value in state.items()
        }
        config.clear()
        config.update(restored)
        return True

    def saved():
        return [deepcopy(state) for state in states]

    return {"save": save, "undo": undo, "saved": saved}


def new_service(name, tags=(), limits=None):
    return deepcopy(
        {"name": name, "tags": list(tags), "limits": {**DEFAULT_LIMITS, **(limits or {})}}
    )


def page(rows, start, stop):
    return deepcopy(rows[start:stop])


def refill(target, source):
    target[:] = source
