"""Counts how deep a value is, which has no end in a cycle."""

import copy

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value):
    return copy.copy(value)


def _depth(value):
    depth = 0
    while isinstance(value, (dict, list)) and value:
        value = list(value.values() if isinstance(value, dict) else value)[-1]
        depth += 1
    return depth


def deep_copy(value):
    return copy.deepcopy(value) if _depth(value) else copy.copy(value)


def make_history(config):
    states = []

    def undo():
        if not states:
            return False
        state = states.pop()
        memo = {id(state): config}
        restored = {key: copy.deepcopy(value, memo) for key, value in state.items()}
        config.clear()
        config.update(restored)
        return True

    return {
        "save": lambda: states.append(copy.deepcopy(config)),
        "undo": undo,
        "saved": lambda: copy.deepcopy(states),
    }


def new_service(name, tags=(), limits=None):
    return copy.deepcopy({"name": name, "tags": list(tags), "limits": DEFAULT_LIMITS | (limits or {})})


def page(rows, start, stop):
    return copy.deepcopy(rows[start:stop])


def refill(target, source):
    target[:] = source
