from weakref import WeakMethod, ref


class Subject:
    __slots__ = ("_state", "_callbacks", "__weakref__")

    def __init__(self):
        self._state = object()
        self._callbacks = {}

    def attach(self, listener):
        self._callbacks[id(listener)] = WeakMethod(listener.update)

    def detach(self, listener):
        self._callbacks.pop(id(listener), None)

    def count(self):
        return sum(callback() is not None for callback in self._callbacks.values())

    def _get(self):
        return self._state

    def _set(self, state):
        changed, self._state = state != self._state, state
        for callback in self._callbacks.values() if changed else ():
            method = callback()
            if method:
                method(self, state)

    value = property(_get, _set)


class Cache:
    def __init__(self, make):
        self.make, self.refs = make, {}

    def get(self, key):
        found = self.refs[key]() if key in self.refs else None
        if found is None:
            found = self.make(key)
            self.refs[key] = ref(found)
        return found

    def __len__(self):
        return len([r for r in self.refs.values() if r()])
