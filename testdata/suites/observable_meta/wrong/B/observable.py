from contextlib import contextmanager


class ObservableProperty:
    def __init__(self, default=None, validate=None):
        self.default = default
        self.validate = validate
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return self.values.get(obj, self.default)

    def __set__(self, obj, value):
        old = self.__get__(obj, type(obj))
        if self.validate and not self.validate(value):
            raise ValueError(f"{self.name} is invalid")
        self.values[obj] = value
        if value != old:
            obj.notify(self.name, old, value)


class Computed:
    def __init__(self, *deps):
        self.deps = deps

    def __call__(self, func):
        self.func = func
        return self

    def __get__(self, obj, owner):
        return self if obj is None else self.func(obj)

    def __set__(self, obj, value):
        raise AttributeError("computed")


class Observable:
    def __init__(self):
        self.listeners = {}
        self.queue = None

    def notify(self, name, old, new):
        if self.queue is not None:
            self.queue.append((name, old, new))
            return
        for f in self.listeners.get(name, []):
            f(self, name, old, new)

    def observe(self, name, f):
        if not hasattr(self, name):
            raise AttributeError(name)
        self.listeners.setdefault(name, []).append(f)

    def unobserve(self, name, f):
        self.listeners[name].remove(f)

    @contextmanager
    def batch(self):
        self.queue = []
        yield
        q, self.queue = self.queue, None
        for item in q:
            self.notify(*item)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]

    def reset(cls):
        cls._instances.clear()
