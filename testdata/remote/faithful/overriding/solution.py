"""Classes whose attributes stand where a base has something else, under names that look like Python's own."""
import abc
import collections
import random
import threading


class Document(abc.ABC):
    @abc.abstractmethod
    def text(self):
        ...

    def kind(self):
        return "document"

    @staticmethod
    def pages():
        return 1

    def author(self):
        return "nobody"

    @classmethod
    def make(cls):
        return cls()


class Letter(Document):
    @property
    def text(self):
        return "dear all"

    kind = "letter"
    pages = 5
    author = None


class Point:
    __version__ = "1.2"

    def __init__(self, x):
        self.x = x

    @property
    def __geo_interface__(self):
        return {"type": "Point", "coordinates": [self.x]}

    def __json__(self):
        return [self.x]

    def __getstate__(self):
        return {"x": self.x, "version": 1}

    def __setstate__(self, state):
        self.x = state["x"] + 100

    def __sizeof__(self):
        return 1234

    def __length_hint__(self):
        return 7


class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Reduced, (self.x,)


class Greeter:
    def __init__(self, greet=None):
        if greet is not None:
            self.greet = greet

    def greet(self):
        return "hello"


class Worker(threading.Thread):
    pass


class Names(collections.UserList):
    pass


class Loaded(random.Random):
    pass


class Wrapper:
    def __init__(self, function):
        self.function = function
        self.__name__ = function.__name__

    def __call__(self, *args):
        return self.function(*args)
