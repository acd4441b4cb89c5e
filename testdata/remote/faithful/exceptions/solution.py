"""Raises."""

import configparser
import io
import sqlite3


class AppError(Exception):
    """Of the application."""


class NotFound(AppError, KeyError):
    def __init__(self, key, hint=None):
        super().__init__(key)
        self.key = key
        self.hint = hint

    def __str__(self):
        return f"no {self.key}"


class Quiet(ValueError):
    pass


def fail(kind):
    if kind == "builtin":
        raise ValueError("bad", 3)
    if kind == "own":
        raise NotFound("x", hint=["y"])
    if kind == "cause":
        try:
            {}["inner"]
        except KeyError as error:
            raise AppError("outer") from error
    if kind == "context":
        try:
            {}["inner"]
        except KeyError:
            raise Quiet("outer")
    if kind == "note":
        error = ValueError("noted")
        error.add_note("a note")
        raise error
    if kind == "exit":
        raise SystemExit(3)
    if kind == "stop":
        raise StopIteration("quiet")
    if kind == "os":
        open("/nowhere/at/all")
    if kind == "unicode":
        b"\xff".decode()
    if kind == "far unicode":
        (b"x" * 2_000_000 + b"\xff").decode()
    if kind == "json":
        import json
        json.loads("{")
    if kind == "assert":
        assert 1 == 2, "own assertion"
    if kind == "syntax":
        compile("x = (", "given.py", "exec")
    if kind == "import":
        import no_such_module_anywhere  # noqa: F401
    if kind == "group":
        raise ExceptionGroup("several", [ValueError(1), TypeError(2)])


def call(function):
    return function()


def guard(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__


def again(error):
    raise error


def give():
    return NotFound("given")


def recurse():
    return recurse()


def chain_of(function):
    try:
        function()
    except Exception as error:
        raise AppError("wrapped") from error


def collected():
    return [ValueError(1), NotFound("y"), KeyError]


def read(function, *names):
    """What attributes the exception has that the function raises."""
    try:
        function()
    except BaseException as error:
        return [getattr(error, name) for name in names]


def fetch():
    import urllib.error
    raise urllib.error.HTTPError("http://x", 404, "not found", {}, None)


def misspelt():
    return AppError.nothing


def marked(action):
    try:
        action()
    except Exception as error:
        error.add_note("tried")
        error.tries = 2
        raise


def while_handling(action, cleanup):
    try:
        action()
    except Exception:
        cleanup()


exits = []


class Keeps:
    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        exits.append((kind, trace is not None and trace.tb_lineno > 0))
        return True


class Peekable:
    def __init__(self, items):
        self.items = list(items)

    def peek(self):
        if not self.items:
            raise StopIteration
        return self.items[0]


def peek_into(items):
    return Peekable(items).peek


def status_of(error):
    return error.status if isinstance(error, NotFound) else 500


NotFound.status = 404


def misuse(module):
    if module == "sqlite3":
        connection = sqlite3.connect(":memory:")
        connection.close()
        connection.execute("select 1")
    if module == "io":
        io.BytesIO().fileno()
    configparser.ConfigParser().read_string("a = 1")
