"""What tests pass in gives the solution nothing of the library's or the framework's but a short list."""

# interface: objects
# expect: test_a_mock = failed test_failed candidate
# expect: test_a_spy = failed test_failed candidate
import functools
import logging
import unittest
import zipfile
from unittest import mock

import solution


def test_a_mock():
    sink = mock.Mock()
    solution.notify(sink, "x")
    sink.send.assert_called_once_with("x")


class Spy:
    def __init__(self):
        self.got = []

    def check(self, *wanted):
        assert tuple(self.got) == wanted


def test_a_spy():
    spy = Spy()
    solution.silence(spy)
    spy.check("a")


def test_a_logger(caplog):
    assert solution.write(logging.getLogger("app")) == 0
    assert caplog.messages == ["nothing but this"]


class Within(unittest.TestCase):
    def note(self, text):
        """A callback."""

    def test_in_a_test(self):
        assert solution.run(self.note) == "refused"


def test_arguments_that_are_bound():
    assert solution.look(functools.partial(print, 4711)) == "refused"


class Point:
    def __init__(self, x):
        self.x = x


def test_objects_of_a_class():
    """Of a test's own class the solution may make another; of the library's it may not."""
    assert solution.make(Point(0)).x == 1
    for thing in (mock.Mock(), logging.getLogger("app"), zipfile.ZipFile, unittest.TestCase()):
        assert solution.make(thing) == "refused"
