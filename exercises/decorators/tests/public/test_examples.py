"""The shape of the exercise; the hidden tests look at the edges."""

import pytest

from solution import call_log, log_calls, retry, timed


@pytest.mark.task("call-shapes")
def test_log_calls_without_parentheses():
    """The bare form writes to the module's list."""
    call_log.clear()

    @log_calls
    def add(left, right):
        return left + right

    assert add(1, 2) == 3
    assert call_log == [{"name": "add", "args": (1, 2), "kwargs": {}, "result": 3}]


@pytest.mark.task("recording")
def test_timed_with_a_clock():
    """The clock is read before and after the call."""
    readings = [10.0, 12.5]
    log = []

    @timed(clock=lambda: readings.pop(0), log=log)
    def work():
        return "done"

    assert work() == "done"
    assert log == [("work", 2.5)]


@pytest.mark.task("retry")
def test_retry_until_it_works():
    """The function is called again after an exception of the given class."""
    answers = [ValueError("one"), ValueError("two"), "three"]

    @retry(3, on=ValueError)
    def answer():
        result = answers.pop(0)
        if isinstance(result, ValueError):
            raise result
        return result

    assert answer() == "three"
    assert answers == []


@pytest.mark.task("metadata")
def test_name_and_docstring_stay():
    """A decorated function is known by its own name."""

    @log_calls(log=[])
    def add(left, right):
        """Add two numbers."""
        return left + right

    assert add.__name__ == "add"
    assert add.__doc__ == "Add two numbers."


@pytest.mark.task("methods")
def test_a_decorated_method():
    """The method gets its self, and the log shows it."""
    log = []

    class Counter:
        def __init__(self):
            self.total = 0

        @log_calls(log=log)
        def add(self, amount):
            self.total += amount
            return self.total

    counter = Counter()
    assert counter.add(5) == 5
    assert counter.total == 5
    assert log == [{"name": "add", "args": (counter, 5), "kwargs": {}, "result": 5}]
