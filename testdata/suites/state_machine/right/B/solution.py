import enum
import functools


@enum.unique
class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    LOCKED = "locked"

    def __call__(self, *args):
        return transition(self, *args)


class TransitionError(RuntimeError):
    state = action = None


def transition(source, target):
    def decorate(func):
        @functools.wraps(func)
        def method(self):
            if self.state is not source:
                error = TransitionError(f"no {func.__name__} from {self.state.name}")
                error.state, error.action = self.state, func.__name__
                raise error
            func(self)
            self.state = target
        method.source = source
        return method
    return decorate


class Door:
    state = State.CLOSED

    @transition(State.CLOSED, State.OPEN)
    def open(self):
        pass

    @transition(State.OPEN, State.CLOSED)
    def close(self):
        pass

    @State.CLOSED(State.LOCKED)
    def lock(self):
        pass

    @State.LOCKED(State.CLOSED)
    def unlock(self):
        pass

    def actions(self):
        return {n for n, f in vars(Door).items() if getattr(f, "source", None) is self.state}


class Machine:
    def __init__(self, state):
        self.history = [state]
        self.rules = []
        self.hooks = []

    @property
    def state(self):
        return self.history[-1]

    def add(self, *rule, action=lambda: None, guard=lambda: True):
        self.rules.append((*rule, action, guard))

    def on_enter(self, state, callback):
        self.hooks.append((state, callback))

    def _match(self, event):
        return [r for r in self.rules if r[:2] == (self.state, event) and r[4]()]

    def can(self, event):
        return bool(self._match(event))

    def fire(self, event):
        try:
            (old, _, new, action, _), *_ = self._match(event)
        except ValueError:
            raise LookupError(event) from None
        action()
        self.history.append(new)
        [callback(old, new) for state, callback in self.hooks if state == new]
        return new
