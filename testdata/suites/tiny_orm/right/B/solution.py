class ValidationError(ValueError):
    def __init__(self, field, problem):
        self.field, self.problem = field, problem

    def __str__(self):
        return "%s: %s" % (self.field, self.problem)


class Field:
    def __init__(self, kind, default=None, checks=()):
        self.kind, self.default, self.checks = kind, default, checks
        self.values = {}

    def __get__(self, instance, owner):
        return getattr(instance, "_" + self.name) if instance is not None else self

    def __set__(self, instance, value):
        if not isinstance(value, self.kind) or isinstance(value, bool) != (self.kind is bool):
            raise ValidationError(self.name, "expected " + self.kind.__name__)
        for bad, problem in self.checks:
            if bad(value):
                raise ValidationError(self.name, problem)
        setattr(instance, "_" + self.name, value)


class Integer(Field):
    def __init__(self, minimum=float("-inf"), default=None):
        super().__init__(int, default, [(lambda value: value < minimum, f"must be at least {minimum}")])


class Text(Field):
    def __init__(self, max_length=10**9, default=None):
        super().__init__(str, default, [(lambda value: len(value) > max_length, "too long")])


class Boolean(Field):
    def __init__(self, default=None):
        super().__init__(bool, default)


class ModelType(type):
    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        cls.objects = []
        cls.table = {}
        for base in reversed(cls.__mro__):
            for key, value in vars(base).items():
                if isinstance(value, Field):
                    value.name = key
                    cls.table[key] = value
        return cls

    def fields(cls):
        return [*cls.table]


class Model(metaclass=ModelType):
    def __init__(self, **values):
        unknown = values.keys() - type(self).table.keys()
        if unknown:
            raise TypeError("no such field: " + ", ".join(sorted(unknown)))
        for name, field in type(self).table.items():
            if name not in values and field.default is None:
                raise ValidationError(name, "is required")
            setattr(self, name, values.get(name, field.default))

    @classmethod
    def from_dict(cls, data):
        return cls(**data)

    def to_dict(self):
        return dict((name, getattr(self, name)) for name in type(self).fields())

    def save(self):
        type(self).objects.append(self)

    @classmethod
    def find(cls, **wanted):
        return [o for o in cls.objects if wanted.items() <= o.to_dict().items()]
