class Subject:
    def __init__(self):
        self._value = None
        self._listeners = []

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        if new != self._value:
            self._value = new
            for listener in list(self._listeners):
                listener.update(self, new)

    def attach(self, listener):
        self._listeners.append(listener)

    def detach(self, listener):
        if listener in self._listeners:
            self._listeners.remove(listener)

    def count(self):
        return len(self._listeners)


class Cache(dict):
    def __init__(self, make):
        super().__init__()
        self.make = make

    def get(self, key):
        return self.setdefault(key, self.make(key))
