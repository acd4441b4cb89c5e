import time
from contextlib import ContextDecorator, ExitStack, contextmanager
from copy import deepcopy


class Resource(ContextDecorator):
    def __init__(self, name):
        self.name, self.events = name, []

    @property
    def is_open(self):
        return self.events[-1:] == ["open"]

    def __enter__(self):
        if self.is_open:
            raise RuntimeError("%s is already open" % self.name)
        self.events += ["open"]
        return self

    def __exit__(self, *info):
        if info[1]:
            self.events += ["error: " + type(info[1]).__name__]
        self.events += ["close"]


class Transaction:
    class _Stop(BaseException):
        pass

    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = deepcopy(list(self.data.items()))
        return self

    def __exit__(self, kind, error, tb):
        if error:
            for key in list(self.data):
                del self.data[key]
            self.data.update(self.saved)
        if isinstance(error, self._Stop):
            return True

    def rollback(self):
        raise self._Stop()


class suppress_and_count:
    count, last = 0, None

    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, tb):
        if isinstance(error, self.kinds):
            self.count, self.last = self.count + 1, error
            return True


class temporary_attribute:
    def __init__(self, thing, name, value):
        self.args = thing, name, value

    def __enter__(self):
        thing, name, value = self.args
        self.stack = ExitStack()
        self.stack.callback(setattr, thing, name, getattr(thing, name))
        setattr(thing, name, value)

    def __exit__(self, *info):
        self.stack.close()


@contextmanager
def timer(report, clock=time.perf_counter):
    times = [clock()]
    try:
        yield times
    finally:
        times.append(clock())
        report(times[1] - times[0])


class indented:
    prefix = ""

    def __init__(self, by=2):
        self.by = by

    def __enter__(self):
        indented.prefix += " " * self.by
        return lambda text: print(f"{indented.prefix}{text}")

    def __exit__(self, *info):
        indented.prefix = indented.prefix[self.by:]
