from enum import Enum


class State(Enum):
    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"


class TransitionError(Exception):
    pass


class Door:
    TABLE = {
        (State.CLOSED, "open"): State.OPEN,
        (State.OPEN, "close"): State.CLOSED,
        (State.CLOSED, "lock"): State.LOCKED,
        (State.LOCKED, "unlock"): State.CLOSED,
    }

    def __init__(self):
        self.state = State.CLOSED

    def actions(self):
        return {action for state, action in self.TABLE if state is self.state}

    def _do(self, action):
        if action not in self.actions():
            raise TransitionError(self.state, action)
        self.state = self.TABLE[self.state, action]

    def open(self):
        self._do("open")

    def close(self):
        self._do("close")

    def lock(self):
        self._do("lock")

    def unlock(self):
        self._do("unlock")


class Machine:
    def __init__(self, state):
        self.state = state
        self.history = [state]
        self.transitions = {}
        self.callbacks = {}

    def add(self, source, event, target, action=None, guard=None):
        self.transitions[source, event] = (target, action, guard)

    def on_enter(self, state, callback):
        self.callbacks.setdefault(state, []).append(callback)

    def can(self, event):
        found = self.transitions.get((self.state, event))
        return found is not None and (found[2] is None or bool(found[2]()))

    def fire(self, event):
        if not self.can(event):
            raise LookupError(f"{event} in {self.state}")
        target, action, _ = self.transitions[self.state, event]
        if action:
            action()
        old, self.state = self.state, target
        self.history.append(target)
        for callback in self.callbacks.get(target, []):
            callback(old, target)
        return target
