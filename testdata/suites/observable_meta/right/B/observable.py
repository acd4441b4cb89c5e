import collections
import contextlib


class _Named:
    name = None

    def __set_name__(self, owner, name):
        self.name = name


class ObservableProperty(_Named):
    def __init__(self, default, *, validate=lambda v: True):
        self.default, self.ok = default, validate

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return obj._values.get(self.name, self.default)

    def __set__(self, obj, new):
        if not self.ok(new):
            raise ValueError("bad " + self.name)
        touched = [self.name] + [c.name for c in obj._computed() if self.name in c.sources]
        old = {n: getattr(obj, n) for n in touched}
        obj._values[self.name] = new
        for n in touched:
            obj._changed(n, old[n])


class Computed(_Named):
    def __init__(self, *sources):
        self.sources = set(sources)

    def __call__(self, f):
        self.f = f
        return self

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return self.f(obj)

    def __set__(self, obj, value):
        raise AttributeError("read only: " + self.name)


class Observable:
    def __new__(cls, *a, **k):
        self = super().__new__(cls)
        self._values = {}
        self._watch = collections.defaultdict(list)
        self._pending = None
        return self

    @classmethod
    def _computed(cls):
        for klass in cls.__mro__:
            for v in vars(klass).values():
                if isinstance(v, Computed):
                    yield v

    def _changed(self, name, old):
        if self._pending is not None:
            self._pending.setdefault(name, old)
            return
        new = getattr(self, name)
        if old == new:
            return
        for f in tuple(self._watch[name]):
            f(self, name, old, new)

    @contextlib.contextmanager
    def batch(self):
        self._pending = {}
        yield self
        todo, self._pending = self._pending, None
        for name, old in todo.items():
            self._changed(name, old)

    def observe(self, name, f):
        if not isinstance(getattr(type(self), name), _Named):
            raise AttributeError(name)
        self._watch[name].append(f)

    def unobserve(self, name, f):
        self._watch[name] = [g for g in self._watch[name] if g is not f]


class Singleton(type):
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        cls.__instance = None

    def __call__(cls, *a, **k):
        if cls.__instance is None:
            cls.__instance = type.__call__(cls, *a, **k)
        return cls.__instance

    def reset(cls):
        cls.__instance = None
