class Stop(Exception):
    pass


class Emitter:
    def __init__(self):
        self._listeners = {}

    def on(self, event, listener=None, priority=0):
        if listener is None:
            def decorate(func):
                self.on(event, func, priority)
                return func
            return decorate
        entries = self._listeners.setdefault(event, [])
        entries.append((priority, listener, listener))
        entries.sort(key=lambda entry: -entry[0])

    def once(self, event, listener):
        def wrapper(*args, **kwargs):
            self.off(event, listener)
            listener(*args, **kwargs)
        entries = self._listeners.setdefault(event, [])
        entries.append((0, listener, wrapper))
        entries.sort(key=lambda entry: -entry[0])

    def off(self, event, listener):
        entries = self._listeners.get(event, [])
        for entry in entries:
            if entry[1] is listener:
                entries.remove(entry)
                return True
        return False

    def count(self, event):
        return len(self._listeners.get(event, []))

    def emit(self, event, *args, **kwargs):
        called, errors = 0, []
        entries = list(self._listeners.get(event, []))
        for _, _, call in entries:
            called += 1
            try:
                call(*args, **kwargs)
            except Stop:
                break
            except Exception as error:
                errors.append(error)
        if event != "*":
            called += self.emit("*", event, *args, **kwargs)
        if errors:
            raise ExceptionGroup(f"listeners of {event}", errors)
        return called
