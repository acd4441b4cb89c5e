class ValidationError(ValueError):
    def __init__(self, field, problem):
        super().__init__(f"{field}: {problem}")
        self.field = field


_MISSING = object()


class Field:
    kind = object

    def __init__(self, default=_MISSING):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if type(value) is not self.kind:
            raise ValidationError(self.name, f"expected {self.kind.__name__}")
        self.validate(value)
        instance.__dict__[self.name] = value

    def validate(self, value):
        pass


class Integer(Field):
    kind = int

    def __init__(self, minimum=None, **kwargs):
        super().__init__(**kwargs)
        self.minimum = minimum

    def validate(self, value):
        if self.minimum is not None and value < self.minimum:
            raise ValidationError(self.name, f"must be at least {self.minimum}")


class Text(Field):
    kind = str

    def __init__(self, max_length=None, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length

    def validate(self, value):
        if self.max_length is not None and len(value) > self.max_length:
            raise ValidationError(self.name, "too long")


class Boolean(Field):
    kind = bool


class Model:
    _fields = {}

    def __init_subclass__(cls):
        own = {k: v for k, v in vars(cls).items() if isinstance(v, Field)}
        cls._fields = {**cls._fields, **own}
        cls.objects = []

    def __init__(self, **values):
        for name, field in self._fields.items():
            value = values.pop(name, field.default)
            if value is _MISSING:
                raise ValidationError(name, "is required")
            setattr(self, name, value)
        if values:
            raise TypeError(f"unknown fields: {', '.join(values)}")

    @classmethod
    def fields(cls):
        return list(cls._fields)

    @classmethod
    def from_dict(cls, data):
        return cls(**data)

    def to_dict(self):
        return {name: getattr(self, name) for name in self._fields}

    def save(self):
        self.objects.append(self)

    @classmethod
    def find(cls, **wanted):
        return [o for o in cls.objects if all(getattr(o, k) == v for k, v in wanted.items())]
