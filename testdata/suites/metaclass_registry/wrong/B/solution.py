import re


class SingletonMeta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._instance = None

    def __call__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__call__(*args, **kwargs)
        return cls._instance

    def reset(cls):
        cls._instance = None


class Config(metaclass=SingletonMeta):
    def __init__(self):
        self.values = {}


class CommandMeta(type):
    registry = {}

    def __new__(meta, name, bases, namespace):
        if bases and "execute" not in namespace:
            raise TypeError(f"{name} must define execute")
        cls = super().__new__(meta, name, bases, namespace)
        if bases:
            meta.registry[name.lower()] = cls
        return cls


class Command(metaclass=CommandMeta):
    @staticmethod
    def run(name, *args):
        return Command.registry[name]().execute(*args)


class Add(Command):
    def execute(self, a, b):
        return a + b


class PowerOf(Command):
    def execute(self, a, b):
        return a ** b


def interface(*names):
    def check(cls):
        missing = [n for n in names if not callable(getattr(cls, n, None))]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")
        cls.__interface__ = names
        return cls
    return check
