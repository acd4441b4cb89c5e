from dataclasses import dataclass
from typing import Any, Callable, Optional


class ValidationError(ValueError):
    """Base."""


class FieldError(ValidationError):
    @property
    def field(self):
        return self.args[0]

    def __str__(self):
        return ": ".join(str(a) for a in self.args)


class RequiredError(FieldError, KeyError):
    pass


class TooLong(FieldError):
    limit = property(lambda self: self.args[1])

    def __str__(self):
        return "%s: at most %d characters, got %d" % self.args


class Errors(ExceptionGroup):
    def __new__(cls, errors, total):
        return super().__new__(cls, "%d of %d items are bad" % (len(errors), total), errors)

    def __init__(self, errors, total):
        self.total = total

    def derive(self, errors):
        return Errors(errors, self.total)


@dataclass
class Field:
    kind: type
    required: bool = True
    max_length: Optional[int] = None
    check: Callable[[Any], bool] = lambda value: True

    def convert(self, name, value):
        try:
            return self.kind(value)
        except Exception as e:
            raise FieldError(name, "bad type") from e

    def __call__(self, name, value):
        value = self.convert(name, value)
        if self.max_length and len(value) > self.max_length:
            raise TooLong(name, self.max_length, len(value))
        if self.check(value):
            return value
        raise FieldError(name, "check failed")


class Schema(dict):
    def validate(self, data):
        extra = [k for k in data.keys() if k not in self] if hasattr(data, "keys") else iter(data)
        if extra:
            raise ValidationError("unknown fields", sorted(extra))
        try:
            return {name: self.one(name, field, data) for name, field in self.items()}
        except FieldError as e:
            e.add_note("while validating " + repr(data))
            raise

    def one(self, name, field, data):
        if name in data:
            return field(name, data[name])
        elif field.required:
            raise RequiredError(name, "missing")


def validate_all(schema, items):
    bad, good = [], []
    for item in items:
        try:
            good.append(schema.validate(item))
        except ValidationError as e:
            bad.append(e)
    if not bad:
        return good
    raise Errors(bad, len(items))


def retry_later(action, on_error):
    result = None
    try:
        result = action()
    except Exception as e:
        try:
            on_error(e)
        except Exception as second:
            raise RuntimeError(str(second))
    return result
