import re


class CaseInsensitiveDict(dict):
    def __init__(self, other=(), **more):
        pairs = {**dict(other), **more}
        dict.__init__(self, ((k.casefold(), v) for k, v in pairs.items()))

    def __missing__(self, key):
        if key == key.casefold():
            raise KeyError(key)
        return self[key.casefold()]

    def __setitem__(self, key, value):
        dict.__setitem__(self, key.casefold(), value)

    def __contains__(self, key):
        return dict.__contains__(self, key.casefold())

    def get(self, key, default=None):
        return self[key] if key in self else default

    def update(self, other=(), **more):
        dict.update(self, CaseInsensitiveDict(other, **more))


class HistoryList(list):
    removed = property(lambda self: self.__dict__.setdefault("_gone", []))

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(list(self)[index])
        return list.__getitem__(self, index)

    def pop(self, index=-1):
        self.removed.append(list.pop(self, index))
        return self.removed[-1]

    def remove(self, item):
        self.pop(self.index(item))

    __delitem__ = pop


class Email(str):
    _shape = re.compile(r"([^@]+)@([^@]+)")

    def __new__(cls, text):
        match = cls._shape.fullmatch(text)
        if not match:
            raise ValueError(text)
        return str.__new__(cls, match[1] + "@" + match[2].lower())

    @property
    def user(self):
        return self.split("@")[0]

    @property
    def domain(self):
        return self.split("@")[1]


class Percent(int):
    def __str__(self):
        return "%d %%" % self

    def __format__(self, spec):
        return str(self).__format__(spec)

    def of(self, total):
        return int(total * self / 100)
