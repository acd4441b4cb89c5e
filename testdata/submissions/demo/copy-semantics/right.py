"""Copies by hand, with a memo that knows each container before its parts are copied."""

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value):
    return type(value)(value)


def deep_copy(value):
    return _copy(value, {})


def _copy(value, memo):
    if isinstance(value, tuple):
        return tuple(_copy(part, memo) for part in value)
    if not isinstance(value, (dict, list, set)):
        return value
    if id(value) not in memo:
        twin = memo[id(value)] = type(value)()
        _fill(twin, value, memo)
    return memo[id(value)]


def _fill(twin, value, memo):
    if isinstance(value, dict):
        for key, part in value.items():
            twin[key] = _copy(part, memo)
    elif isinstance(value, list):
        twin.extend(_copy(part, memo) for part in value)
    else:
        twin.update(value)


def make_history(config):
    states = []

    def save():
        states.append(deep_copy(config))

    def undo():
        if not states:
            return False
        state = states.pop()
        config.clear()
        _fill(config, state, {id(state): config})
        return True

    def saved():
        return [deep_copy(state) for state in states]

    return {"save": save, "undo": undo, "saved": saved}


def new_service(name, tags=(), limits=None):
    chosen = dict(DEFAULT_LIMITS)
    chosen.update(limits or {})
    return {"name": name, "tags": list(tags), "limits": deep_copy(chosen)}


def page(rows, start, stop):
    return deep_copy(rows[start:stop])


def refill(target, source):
    target[:] = list(source)
