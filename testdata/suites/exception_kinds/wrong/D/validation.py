class ValidationError(ValueError):
    pass


class FieldError(ValidationError):
    def __init__(self, field, message):
        super().__init__(field, message)
        self.field = field
        self.message = message

    def __str__(self):
        return f"{self.field}: {self.message}"


class RequiredError(FieldError, KeyError):
    def __init__(self, field):
        super().__init__(field, "is required")


class TooLong(FieldError):
    def __init__(self, field, limit, actual):
        super().__init__(field, f"at most {limit} characters, got {actual}")
        self.args = (field, limit, actual)
        self.limit = limit


class Errors(ExceptionGroup):
    def derive(self, exceptions):
        return Errors(self.message, exceptions)


class Field:
    def __init__(self, kind, required=True, max_length=None, check=None):
        self.kind = kind
        self.required = required
        self.max_length = max_length
        self.check = check

    def validate(self, name, value):
        try:
            value = self.kind(value)
        except (TypeError, ValueError) as error:
            raise FieldError(name, f"not a {self.kind.__name__}") from error
        if self.max_length is not None and len(value) > self.max_length:
            raise TooLong(name, self.max_length, len(value))
        if self.check and not self.check(value):
            raise FieldError(name, f"bad value {value!r}")
        return value


class Schema:
    def __init__(self, **fields):
        self.fields = fields

    def validate(self, data):
        if not isinstance(data, dict):
            raise TypeError("data must be a dict")
        unknown = sorted(set(data) - set(self.fields))
        if unknown:
            raise ValidationError("unknown fields", unknown)
        result = {}
        for name, field in self.fields.items():
            if name not in data:
                if field.required:
                    raise RequiredError(name)
                result[name] = None
                continue
            try:
                result[name] = field.validate(name, data[name])
            except FieldError as error:
                raise
        return result


def validate_all(schema, items):
    results, errors = [], []
    for item in items:
        try:
            results.append(schema.validate(item))
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(f"{len(errors)} of {len(items)} are invalid", errors)
    return results


def retry_later(action, on_error):
    try:
        return action()
    except Exception as error:
        try:
            on_error(error)
        except Exception:
            raise RuntimeError("error handler failed")
