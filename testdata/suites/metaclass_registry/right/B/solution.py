class SingletonMeta(type):
    instances: dict = {}

    def __call__(cls, *args, **kwargs):
        try:
            return SingletonMeta.instances[cls]
        except KeyError:
            return SingletonMeta.instances.setdefault(cls, type.__call__(cls, *args, **kwargs))

    def reset(cls):
        SingletonMeta.instances.pop(cls, None)


class Config(metaclass=SingletonMeta):
    def __init__(self):
        self.values = dict()


def _snake(name):
    return "".join("_" + c.lower() if c.isupper() else c for c in name)[1:]


class Command:
    registry: dict = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if not hasattr(cls, "execute"):
            raise TypeError(cls.__name__ + " must define execute")
        cls.registry[_snake(cls.__name__)] = cls

    @classmethod
    def run(cls, name, *args):
        command = cls.registry[name]()
        return command.execute(*args)


class Add(Command):
    def execute(self, *numbers):
        return sum(numbers)


class PowerOf(Command):
    def execute(self, base, exponent):
        return pow(base, exponent)


class interface:
    def __init__(self, *names):
        self.names = names

    def __call__(self, cls):
        lacking = ", ".join(n for n in self.names if not callable(cls.__dict__.get(n)))
        if lacking:
            raise TypeError("%s lacks %s" % (cls.__name__, lacking))
        cls.__interface__ = self.names
        return cls
