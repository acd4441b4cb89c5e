class ObservableProperty:
    def __init__(self, default=None, validate=None):
        self.value = default
        self.validate = validate

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        return self.value

    def __set__(self, obj, value):
        old = self.value
        self.value = value
        for f in obj.listeners.get(self.name, []):
            f(obj, self.name, old, value)


class Computed:
    def __init__(self, *deps):
        self.deps = deps

    def __call__(self, func):
        return property(func)


class Observable:
    def __init__(self):
        self.listeners = {}

    def observe(self, name, f):
        self.listeners.setdefault(name, []).append(f)

    def unobserve(self, name, f):
        self.listeners[name].remove(f)


class Singleton(type):
    instance = None

    def __call__(cls, *args):
        if Singleton.instance is None:
            Singleton.instance = super().__call__(*args)
        return Singleton.instance
