"""What a solution makes of tests' classes below its own: models, registries, configurations."""
import collections.abc


class Field:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default


class ModelType(type):
    def __new__(mcs, name, bases, names):
        fields = {key: value for key, value in names.items() if isinstance(value, Field)}
        for key in fields:
            del names[key]
        made = super().__new__(mcs, name, bases, names)
        made.fields = {**getattr(made, "fields", {}), **fields}
        return made


class Model(metaclass=ModelType):
    def __init__(self, **given):
        for name, field in self.fields.items():
            setattr(self, name, given.get(name, field.default))


class Value:
    def __init__(self, value):
        self.value = value


class Wrapping(type):
    def __init__(cls, name, bases, names):
        super().__init__(name, bases, names)
        for key, value in list(names.items()):
            if not key.startswith("_"):
                setattr(cls, key, cls.counted(value) if callable(value) else Value(value))

    def counted(cls, function):
        def counting(self):
            cls.calls = cls.__dict__.get("calls", 0) + 1
            return function(self)
        return counting


class Wrapped(metaclass=Wrapping):
    pass


class Labelled:
    def __init_subclass__(cls, **given):
        super().__init_subclass__(**given)
        cls.label = cls.label.upper() if "label" in cls.__dict__ else cls.__name__


class Settings:
    def __init__(self):
        self.level = 3


class LocalError(Exception):
    def _code(self):
        return 5

    def _raise_other(self):
        raise ValueError("other") from self


class Store(collections.abc.Mapping):
    def __init__(self):
        self.items_held = {"a": 1}

    def __getitem__(self, key):
        return self.items_held[key]

    def __iter__(self):
        return iter(self.items_held)

    def __len__(self):
        return len(self.items_held)

    def get(self, key, default=None, *, raw=False):
        return ("own", raw)

    def ask(self):
        return self.get("a", raw=True)
