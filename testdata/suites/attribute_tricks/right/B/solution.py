from functools import cached_property as Lazy, partial  # noqa: F401
from types import SimpleNamespace


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        dict.__init__(self, *args, **kwargs)
        for key, value in self.items():
            if type(value) is dict:
                self[key] = AttrDict(value)

    def __getattribute__(self, name):
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        return dict.__getattribute__(self, name)

    __setattr__ = dict.__setitem__

    def __delattr__(self, name):
        if name not in self:
            raise AttributeError(f"no attribute {name}")
        self.pop(name)

    def __dir__(self):
        return sorted(self)


class Constants(SimpleNamespace):
    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(name + " is already set")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        raise AttributeError


class Proxy:
    __slots__ = "_target", "_log"

    def __init__(self, target):
        Proxy._target.__set__(self, target)
        Proxy._log.__set__(self, [])

    def __getattr__(self, name):
        self._log.append(name)
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class Recorder:
    def __init__(self):
        self.calls = []

    def _record(self, name, *args, **kwargs):
        self.calls.append((name, args, kwargs))
        return self

    def __getattr__(self, name):
        if name[:2] == name[-2:] == "__":
            raise AttributeError("no special method " + name)
        return partial(self._record, name)
