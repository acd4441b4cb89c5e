from bisect import insort
from dataclasses import dataclass, field
from itertools import count
from typing import Callable

_serial = count()


class Stop(BaseException):
    """Raised by a listener so that no later one is called."""


@dataclass(order=True)
class Listener:
    rank: tuple
    call: Callable = field(compare=False)
    event: str = field(compare=False)
    single: bool = field(compare=False, default=False)


class Emitter:
    def __init__(self):
        self.listeners: list[Listener] = []

    def _add(self, event, call, priority=0, single=False):
        insort(self.listeners, Listener((-priority, next(_serial)), call, event, single))
        return call

    def on(self, event, listener=None, priority=0):
        if listener:
            return self._add(event, listener, priority)
        return lambda call: self._add(event, call, priority)

    def once(self, event, listener):
        self._add(event, listener, single=True)

    def off(self, event, listener):
        before = len(self.listeners)
        self.listeners = [x for x in self.listeners if (x.event, x.call) != (event, listener)]
        return before > len(self.listeners)

    def count(self, event):
        return [x.event for x in self.listeners].count(event)

    def emit(self, event, *args, **kwargs):
        errors, done = [], 0
        for x in [x for x in self.listeners if x.event in (event, "*")]:
            if x.single:
                self.listeners.remove(x)
            done += 1
            try:
                x.call(*([event] if x.event == "*" else []), *args, **kwargs)
            except Stop:
                break
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup(event, errors)
        return done
