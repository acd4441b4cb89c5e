"""No recursion for dictionaries and lists: a worklist of containers to be filled."""

import itertools

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value):
    return value.copy()


def deep_copy(value):
    return _copy_parts([value], {})[0]


def _copy_parts(values, twins):
    """Copy several values at once; twins maps the id of an original to its copy."""
    todo = []

    def twin(part):
        if isinstance(part, tuple):
            return tuple(map(twin, part))
        if not isinstance(part, (dict, list, set)):
            return part
        if id(part) not in twins:
            twins[id(part)] = type(part)()
            todo.append(part)
        return twins[id(part)]

    result = [twin(value) for value in values]
    while todo:
        part = todo.pop()
        new = twins[id(part)]
        if isinstance(part, dict):
            new.update((key, twin(inner)) for key, inner in part.items())
        elif isinstance(part, list):
            new.extend(map(twin, part))
        else:
            new.update(part)
    return result


def make_history(config):
    states = []

    def undo():
        for state in itertools.islice(reversed(states), 1):
            states.pop()
            values = _copy_parts(state.values(), {id(state): config})
            restored = dict(zip(state, values))
            config.clear()
            config.update(restored)
            return True
        return False

    return {
        "save": lambda: states.append(deep_copy(config)),
        "undo": undo,
        "saved": lambda: list(map(deep_copy, states)),
    }


def new_service(name, tags=None, limits=None):
    merged = DEFAULT_LIMITS | (limits or {})
    return {"name": name, "tags": [*(tags or ())], "limits": deep_copy(merged)}


def page(rows, start, stop):
    return deep_copy([rows[place] for place in range(len(rows))[start:stop]])


def refill(target, source):
    if target is not source:
        target[:] = [*source]
