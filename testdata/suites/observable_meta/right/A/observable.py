from contextlib import contextmanager


class ObservableProperty:
    def __init__(self, default=None, validate=None):
        self.default = default
        self.validate = validate

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if self.validate and not self.validate(value):
            raise ValueError(f"invalid value for {self.name}: {value!r}")
        with obj.batch():
            obj.__dict__[self.name] = value


class Computed:
    def __init__(self, *deps):
        self.deps = deps

    def __call__(self, func):
        self.func = func
        return self

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else self.func(obj)

    def __set__(self, obj, value):
        raise AttributeError(f"{self.name} is computed")


class Observable:
    def __init__(self):
        self._listeners = {}
        self._depth = 0

    def observe(self, name, fn):
        getattr(self, name)
        self._listeners.setdefault(name, []).append(fn)

    def unobserve(self, name, fn):
        self._listeners[name].remove(fn)

    def _snapshot(self):
        return {n: getattr(self, n) for n in self._listeners}

    @contextmanager
    def batch(self):
        if self._depth:
            yield
            return
        before = self._snapshot()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        for n, old in before.items():
            new = getattr(self, n)
            if new != old:
                for fn in list(self._listeners[n]):
                    fn(self, n, old, new)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]

    def reset(cls):
        cls._instances.pop(cls, None)
