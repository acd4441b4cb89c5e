import weakref


class Subject:
    def __init__(self):
        self._value = None
        self._listeners = []

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        if new == self._value:
            return
        self._value = new
        for listener in self._alive():
            listener.update(self, new)

    def _alive(self):
        self._listeners = [r for r in self._listeners if r() is not None]
        return [r() for r in self._listeners]

    def attach(self, listener):
        self._listeners.append(weakref.ref(listener))

    def detach(self, listener):
        self._listeners = [r for r in self._listeners if r() is not listener]

    def count(self):
        return len(self._alive())


class Cache:
    def __init__(self, make):
        self._make = make
        self._items = weakref.WeakValueDictionary()

    def get(self, key):
        value = self._items.get(key)
        if value is None:
            value = self._items[key] = self._make(key)
        return value

    def __len__(self):
        return len(self._items)
