"""Decorators of classes, descriptors, and functions of whole objects."""

import copy
import functools
import json


def below(cls):
    class Made(cls):
        extra = 5

        def __repr__(self):
            return f"<{cls.__name__} {self.x}>"

        def double(self):
            return super().double() * 2
    Made.__name__ = cls.__name__
    return Made


def with_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


def comparable(cls):
    cls.__eq__ = lambda self, other: type(self) is type(other) and vars(self) == vars(other)
    return cls


def counted(cls):
    made = cls.__init__
    cls.count = 0

    @functools.wraps(made)
    def __init__(self, *args, **kwargs):
        cls.count += 1
        made(self, *args, **kwargs)
    cls.__init__ = __init__
    return cls


def singleton(cls):
    make = cls.__new__
    cls._only = None

    def new(kind, *args, **kwargs):
        if kind._only is None:
            kind._only = make(kind)
        return kind._only
    cls.__new__ = new
    return cls


def logged(cls):
    cls.calls = []

    def logging(name, method):
        @functools.wraps(method)
        def call(self, *args, **kwargs):
            cls.calls.append(name)
            return method(self, *args, **kwargs)
        return call
    for name, value in list(vars(cls).items()):
        if callable(value) and not name.startswith("__"):
            setattr(cls, name, logging(name, value))
    return cls


def frozen(cls):
    def set_once(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f"{name} is set already")
        object.__setattr__(self, name, value)
    cls.__setattr__ = set_once
    return cls


def record(cls):
    names = list(cls.__annotations__)

    def __init__(self, *values):
        for name, value in zip(names, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __eq__(self, other):
        return isinstance(other, cls) and all(getattr(self, name) == getattr(other, name) for name in names)
    cls.__init__, cls.__repr__, cls.__eq__ = __init__, __repr__, __eq__
    return cls


def greeting(cls):
    cls.hello = lambda self: f"hi {self.x}"
    return cls


class Lazy:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


def to_json(thing):
    return json.dumps(thing.__dict__, sort_keys=True)


def from_dict(cls, values):
    made = cls.__new__(cls)
    made.__dict__.update(values)
    return made


def clone(thing):
    made = thing.__class__.__new__(thing.__class__)
    made.__dict__.update(vars(thing))
    return made


def replaced(thing, **changes):
    made = copy.copy(thing)
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def deeply(things):
    return copy.deepcopy(things)


def rename(thing, before, after):
    vars(thing)[after] = vars(thing).pop(before)
    vars(thing).setdefault("extra", 1)
    return before in vars(thing), sorted(vars(thing))


class Box:
    def __init__(self, items):
        self.items = items


def sized(cls):
    cls.__len__ = lambda self: len(self.items)
    return cls


def interface(*names):
    def mark(cls):
        cls.__interface__ = names
        return cls
    return mark
