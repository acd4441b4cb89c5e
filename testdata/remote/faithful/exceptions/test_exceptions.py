import importlib
import json
import subprocess
import unittest
import urllib.error

import pytest
import solution
from solution import AppError, NotFound


def test_builtin():
    """A built-in exception is itself, with its arguments."""
    with pytest.raises(ValueError, match="bad") as caught:
        solution.fail("builtin")
    assert caught.type is ValueError and caught.value.args == ("bad", 3)


def test_own_class():
    """The candidate's class is a real class with its bases; attributes that are data, its own text."""
    assert issubclass(NotFound, AppError) and issubclass(NotFound, KeyError) and NotFound.__name__ == "NotFound"
    assert AppError.__doc__ == "Of the application."
    with pytest.raises(AppError) as caught:
        solution.fail("own")
    error = caught.value
    assert isinstance(error, KeyError) and type(error) is NotFound
    assert str(error) == "no x" and error.args == ("x",) and error.key == "x" and error.hint == ["y"]


def test_construction():
    """Constructing one asks the guest; raising it in a callback and getting it back keeps its identity."""
    error = NotFound("k", hint=1)
    assert str(error) == "no k" and error.hint == 1 and isinstance(error, NotFound)

    def fail():
        raise error
    with pytest.raises(NotFound) as caught:
        solution.call(fail)
    assert caught.value is error
    assert isinstance(solution.give(), NotFound)


def test_cause_context_notes():
    """Cause, context and notes are kept."""
    with pytest.raises(AppError) as caught:
        solution.fail("cause")
    assert isinstance(caught.value.__cause__, KeyError) and caught.value.__cause__.args == ("inner",)
    with pytest.raises(solution.Quiet) as caught:
        solution.fail("context")
    assert isinstance(caught.value.__context__, KeyError) and caught.value.__cause__ is None
    with pytest.raises(ValueError) as caught:
        solution.fail("note")
    assert caught.value.__notes__ == ["a note"]


def test_system_exit():
    """SystemExit crosses with its code."""
    with pytest.raises(SystemExit) as caught:
        solution.fail("exit")
    assert caught.value.code == 3


def test_library_exceptions():
    """OSError with its number, UnicodeDecodeError, JSONDecodeError, groups."""
    with pytest.raises(FileNotFoundError) as caught:
        solution.fail("os")
    assert caught.value.errno == 2
    with pytest.raises(UnicodeDecodeError):
        solution.fail("unicode")
    with pytest.raises(json.JSONDecodeError):
        solution.fail("json")
    with pytest.raises(AssertionError, match="own assertion"):
        solution.fail("assert")
    with pytest.raises(ExceptionGroup) as caught:
        solution.fail("group")
    assert [type(error) for error in caught.value.exceptions] == [ValueError, TypeError]
    with pytest.raises(RecursionError):
        solution.recurse()


def test_exception_of_a_callback_is_itself():
    """What a test raised comes back as the same object, whatever its class."""
    class Mine(Exception):
        pass
    error = Mine("secret", object())

    def fail():
        raise error
    with pytest.raises(Mine) as caught:
        solution.call(fail)
    assert caught.value is error
    assert solution.guard(fail) == "Mine"
    with pytest.raises(AppError) as wrapped:
        solution.chain_of(fail)
    assert wrapped.value.__cause__ is error


def test_exception_passed_in():
    """An exception that was passed in and is raised there."""
    error = LookupError("given")
    with pytest.raises(LookupError) as caught:
        solution.again(error)
    assert caught.value is error


def test_special_fields():
    """The fields that built-in exceptions keep beside their arguments."""
    with pytest.raises(FileNotFoundError) as caught:
        solution.fail("os")
    assert caught.value.filename == "/nowhere/at/all" and caught.value.args == (2, "No such file or directory")
    assert str(caught.value) == "[Errno 2] No such file or directory: '/nowhere/at/all'"
    with pytest.raises(SyntaxError) as caught:
        solution.fail("syntax")
    assert (caught.value.filename, caught.value.lineno, caught.value.offset) == ("given.py", 1, 5)
    with pytest.raises(ModuleNotFoundError) as caught:
        solution.fail("import")
    assert caught.value.name == "no_such_module_anywhere"
    with pytest.raises(UnicodeDecodeError) as caught:
        solution.fail("unicode")
    assert (caught.value.start, caught.value.end, caught.value.object) == (0, 1, b"\xff")
    with pytest.raises(UnicodeDecodeError) as caught:
        solution.fail("far unicode")
    assert caught.value.start == 2_000_000


def test_exceptions_within_data():
    """An exception that is returned is an exception too, a class is the class."""
    value, own, kind = solution.collected()
    assert type(value) is ValueError and value.args == (1,) and kind is KeyError
    assert type(own) is NotFound and own.key == "y"


class Mine(Exception):
    def __init__(self, status, detail):
        super().__init__(f"{status} {detail}")
        self.status, self.detail = status, detail


def raising(error):
    def function():
        raise error
    return function


@pytest.mark.parametrize("error, values", [
    (Mine(503, ["busy"]), {"status": 503, "detail": ["busy"], "args": ("503 ['busy']",)}),
    (subprocess.CalledProcessError(2, "ls", stderr="bad"), {"returncode": 2, "cmd": "ls", "stderr": "bad"}),
    (FileNotFoundError(2, "none", "f.txt"), {"errno": 2, "filename": "f.txt"}),
    (urllib.error.HTTPError("http://x", 404, "none", {}, None), {"code": 404, "reason": "none"}),
    (json.JSONDecodeError("bad", "{", 1), {"msg": "bad", "pos": 1, "lineno": 1}),
    (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), {"start": 0, "reason": "bad", "object": b"\xff"}),
    (ImportError("none", name="m"), {"name": "m"}),
], ids=lambda value: type(value).__name__)
def test_attributes_of_what_tests_raise(error, values):
    assert dict(zip(values, solution.read(raising(error), *values))) == values


def test_notes_cause_and_parts_of_what_tests_raise():
    error = ExceptionGroup("both", [ValueError("a"), KeyError("b")])
    error.add_note("a note")
    error.__cause__ = ZeroDivisionError("c")
    parts, notes, cause = solution.read(raising(error), "exceptions", "__notes__", "__cause__")
    assert [type(part) for part in parts] == [ValueError, KeyError]
    assert notes == ["a note"] and type(cause) is ZeroDivisionError


def test_an_exception_of_the_library_that_is_made_from_more_than_it_keeps():
    with pytest.raises(urllib.error.HTTPError) as caught:
        solution.fetch()
    assert caught.value.code == 404


def test_the_name_that_is_missing():
    with pytest.raises(AttributeError) as caught:
        solution.misspelt()
    assert caught.value.name == "nothing"


def test_what_is_done_to_an_exception_on_its_way():
    mine = ValueError("mine")
    with pytest.raises(ValueError) as caught:
        solution.marked(raising(mine))
    assert caught.value is mine and mine.__notes__ == ["tried"] and mine.tries == 2


def test_what_was_being_handled():
    with pytest.raises(KeyError) as caught:
        solution.while_handling(lambda: 1 / 0, lambda: {}["missing"])
    assert type(caught.value.__context__) is ZeroDivisionError


def test_exit_sees_a_traceback():
    with solution.Keeps():
        raise KeyError(1)
    assert solution.exits == [(KeyError, True)]


def test_a_stop_that_is_expected():
    peek = solution.peek_into([])
    with pytest.raises((StopIteration, KeyError)):
        peek()
    unittest.TestCase().assertRaises(StopIteration, peek)
    with unittest.TestCase().assertRaises(StopIteration):
        peek()


def test_class_below_the_candidates_with_attributes_of_its_own():
    class Teapot(NotFound):
        status = 418
    assert solution.status_of(Teapot("x")) == 418 and solution.status_of(NotFound("x")) == 404
    assert solution.status_of(ValueError()) == 500


def test_kinds_of_the_library():
    """An exception of the library has its own class, rather than the nearest built-in one."""
    for name in ("sqlite3.ProgrammingError", "io.UnsupportedOperation", "configparser.MissingSectionHeaderError"):
        module, _, kind = name.rpartition(".")
        with pytest.raises(getattr(importlib.import_module(module), kind)):
            solution.misuse(module)
