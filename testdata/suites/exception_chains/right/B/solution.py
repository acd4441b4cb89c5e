class ConfigError(Exception):
    template = "{0}"

    def __str__(self):
        return self.template.format(*self.args)


class ParseError(ConfigError):
    template = "line {0}: expected 'name = value', got {1!r}"
    line = property(lambda self: self.args[0])
    text = property(lambda self: self.args[1])


class FieldError(ConfigError, KeyError):
    template = "bad field: {0}"

    @property
    def field(self):
        return self.args[0]


class MissingField(FieldError):
    template = "missing field: {0}"


def parse_line(text, line):
    parts = text.split(" = ")
    if len(parts) != 2:
        raise ParseError(line, text)
    try:
        value = int(parts[1])
    except ValueError as error:
        problem = ParseError(line, text)
        problem.__cause__ = error
        raise problem
    return parts[0], value


def load(text):
    config = {}
    for number, line in enumerate(text.splitlines(), start=1):
        name, value = parse_line(line, number)
        config[name] = value
    return config


def validate(config, fields):
    missing = [field for field in fields if field not in config]
    if missing:
        raise MissingField(missing[0]) from None


class wrap_errors:
    def __init__(self, action):
        self.action = action

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if isinstance(error, Exception) and not isinstance(error, ConfigError):
            raise ConfigError(f"while {self.action}: {error}") from error
        return False


def safe_divide(a, b, log):
    result = None
    try:
        result = a / b
        log("ok")
    except ArithmeticError as error:
        log("%s" % error)
    log("done")
    return result
