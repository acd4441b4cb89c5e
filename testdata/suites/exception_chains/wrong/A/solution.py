import contextlib


class ConfigError(Exception):
    pass


class ParseError(ConfigError):
    def __init__(self, line, text):
        super().__init__(line, text)
        self.line = line
        self.text = text

    def __str__(self):
        return f"line {self.line}: expected 'name = value', got {self.text!r}"


class FieldError(ConfigError):
    def __init__(self, field):
        super().__init__(field)
        self.field = field

    def __str__(self):
        return f"bad field: {self.field}"


class MissingField(FieldError):
    def __str__(self):
        return f"missing field: {self.field}"


def parse_line(text, line):
    name, sign, value = text.partition(" = ")
    if not sign:
        raise ParseError(line, text)
    try:
        return name, int(value)
    except ValueError as error:
        raise ParseError(line, text) from error


def load(text):
    return dict(parse_line(line, n) for n, line in enumerate(text.splitlines(), 1))


def validate(config, fields):
    for field in fields:
        try:
            config[field]
        except KeyError:
            raise MissingField(field) from None


@contextlib.contextmanager
def wrap_errors(action):
    try:
        yield
    except ConfigError:
        raise
    except Exception as error:
        raise ConfigError(f"while {action}: {error}") from error


def safe_divide(a, b, log):
    try:
        result = a / b
    except ZeroDivisionError as error:
        log(str(error))
        return None
    else:
        log("ok")
        return result
    finally:
        log("done")
