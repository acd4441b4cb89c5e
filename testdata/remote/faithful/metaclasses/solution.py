import abc
import enum


class SingletonMeta(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=SingletonMeta):
    def __init__(self):
        self.values = {}

    def set(self, name, value):
        self.values[name] = value


class Registry(abc.ABCMeta):
    """Keeps its classes."""

    made = 0
    known = {}

    def __new__(mcs, name, bases, body, **keywords):
        made = super().__new__(mcs, name, bases, body)
        made.tag = keywords.get("tag", name.lower())
        mcs.made += 1
        mcs.known[made.tag] = made
        return made

    def __init__(cls, name, bases, body, **keywords):
        super().__init__(name, bases, body)

    def __len__(cls):
        return len(cls.items)

    def __iter__(cls):
        return iter(cls.items)

    def __contains__(cls, item):
        return item in cls.items

    def __getitem__(cls, index):
        return cls.items[index]

    def __repr__(cls):
        return f"<Registry {cls.__name__}>"

    def __lt__(cls, other):
        return cls.tag < other.tag

    def __add__(cls, other):
        return cls.items + other.items

    def __instancecheck__(cls, value):
        return hasattr(value, "quack") or super().__instancecheck__(value)

    def describe(cls):
        return f"{cls.__name__} is described"

    @property
    def upper(cls):
        return cls.__name__.upper()

    @classmethod
    def look_up(mcs, tag):
        return mcs.known[tag]


class Base(metaclass=Registry):
    items = [1, 2]


class Kid(Base, tag="kiddo"):
    items = [3]

    @abc.abstractmethod
    def work(self): ...


class Worker(Kid):
    def work(self):
        return 1


class Final(type):
    def __new__(mcs, name, bases, body):
        for base in bases:
            if isinstance(base, Final):
                raise TypeError(f"{base.__name__} is final")
        return super().__new__(mcs, name, bases, dict(body))


class Leaf(metaclass=Final):
    pass


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return {"added": 1}


class First(metaclass=Prepared):
    pass


class LooksAtValues(enum.EnumMeta):
    def __contains__(cls, value):
        return value in cls.__members__.values() or value in [member.value for member in cls]


class Colour(enum.Enum, metaclass=LooksAtValues):
    RED = 1
    GREEN = 2


class Field:
    def __set_name__(self, owner, name):
        self.name = name


class ModelMeta(type):
    def __new__(mcs, name, bases, body):
        made = super().__new__(mcs, name, bases, body)
        made.fields = {key: value for key, value in body.items() if isinstance(value, Field)}
        return made


class Model(metaclass=ModelMeta):
    pass


class Node:
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.made = True
        return self


class Doubled(float):
    def __new__(cls, value):
        return super().__new__(cls, value * 2)
