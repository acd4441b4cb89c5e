"""Edges of the three decorators."""

import inspect

import pytest

from solution import call_log, log_calls, retry, timed, timings


class Broken(Exception):
    """What the tests' functions raise."""


def make_clock(*readings):
    """A clock that gives these readings, and no more of them."""
    left = list(readings)

    def clock():
        return left.pop(0)

    return clock


def make_flaky(outcomes):
    """A function that raises or returns the outcomes in turn."""
    left = list(outcomes)

    def flaky():
        outcome = left.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return flaky


def still():
    """A clock that stands."""
    return 0.0


def with_timed(func):
    return timed(clock=still, log=[])(func)


def with_log(func):
    return log_calls(log=[])(func)


def with_retry(func):
    return retry(2, on=Broken)(func)


EACH = pytest.mark.parametrize(
    "decorate", [with_timed, with_log, with_retry], ids=["timed", "log_calls", "retry"]
)


@pytest.mark.task("call-shapes")
class TestCallShapes:
    def test_log_calls_with_empty_parentheses(self):
        """Empty parentheses are the same as none."""
        call_log.clear()

        @log_calls()
        def half(number):
            return number / 2

        assert half(number=3) == 1.5
        assert call_log == [{"name": "half", "args": (), "kwargs": {"number": 3}, "result": 1.5}]

    @pytest.mark.parametrize("empty_parentheses", [False, True], ids=["bare", "empty"])
    def test_timed_without_arguments(self, empty_parentheses):
        """Without arguments the real clock is used and the module's list."""
        timings.clear()

        def work(value):
            return value

        decorated = timed()(work) if empty_parentheses else timed(work)
        assert decorated("x") == "x"
        assert len(timings) == 1
        name, elapsed = timings[0]
        assert name == "work"
        assert type(elapsed) is float
        assert elapsed >= 0

    def test_a_given_list_is_used_even_when_empty(self):
        """A list of the caller's takes the place of the module's."""
        call_log.clear()
        timings.clear()
        calls, times = [], []

        def work():
            return None

        assert log_calls(log=calls)(work)() is None
        assert timed(clock=still, log=times)(work)() is None
        assert (len(calls), len(times)) == (1, 1)
        assert (call_log, timings) == ([], [])


@pytest.mark.task("recording")
class TestRecording:
    def test_arguments_as_they_were_given(self):
        """Positions and names are recorded and handed on without being mixed."""
        log = []

        @log_calls(log=log)
        def order(item, *more, count=1, **options):
            return (item, more, count, options)

        assert order("a", "b", "c", count=2, gift=True) == ("a", ("b", "c"), 2, {"gift": True})
        assert order("a") == ("a", (), 1, {})
        assert order(item="z") == ("z", (), 1, {})
        assert log == [
            {
                "name": "order",
                "args": ("a", "b", "c"),
                "kwargs": {"count": 2, "gift": True},
                "result": ("a", ("b", "c"), 2, {"gift": True}),
            },
            {"name": "order", "args": ("a",), "kwargs": {}, "result": ("a", (), 1, {})},
            {"name": "order", "args": (), "kwargs": {"item": "z"}, "result": ("z", (), 1, {})},
        ]

    @EACH
    def test_objects_pass_through(self, decorate):
        """The function gets the caller's object and the caller gets the function's."""
        given, made = [1], {"a": []}
        received = []

        def swap(value, *, other):
            received.extend([value, other])
            return made

        result = decorate(swap)(given, other=made)
        assert result is made
        assert received[0] is given
        assert received[1] is made

    def test_log_calls_records_an_error_and_lets_it_through(self):
        """The caller sees the exception itself, the log its class."""
        log = []
        error = Broken("no paper")

        @log_calls(log=log)
        def copy(pages, *, colour):
            raise error

        with pytest.raises(Broken) as caught:
            copy(3, colour=False)
        assert caught.value is error
        assert log == [
            {"name": "copy", "args": (3,), "kwargs": {"colour": False}, "error": "Broken"}
        ]

    def test_a_call_with_wrong_arguments(self):
        """The function's own TypeError comes out, and is recorded like any error."""
        log = []

        @log_calls(log=log)
        def pair(left, right):
            return (left, right)

        with pytest.raises(TypeError):
            pair(1)
        assert log == [{"name": "pair", "args": (1,), "kwargs": {}, "error": "TypeError"}]

    def test_a_logged_function_calls_itself(self):
        """An entry is made when a call ends, so the inner call comes first."""
        log = []

        @log_calls(log=log)
        def factorial(number):
            return number * factorial(number - 1) if number else 1

        assert factorial(2) == 2
        assert [(entry["args"], entry["result"]) for entry in log] == [
            ((0,), 1),
            ((1,), 1),
            ((2,), 2),
        ]

    def test_timed_records_a_call_that_raises(self):
        """A slow failure is a slow call too."""
        log = []
        error = Broken()

        @timed(clock=make_clock(5, 9), log=log)
        def work():
            raise error

        with pytest.raises(Broken) as caught:
            work()
        assert caught.value is error
        assert log == [("work", 4)]

    def test_timed_calls_inside_timed_calls(self):
        """The outer call's time is measured from its own start."""
        log = []

        @timed(clock=make_clock(0, 10, 11, 16), log=log)
        def nest(depth):
            return nest(depth - 1) + 1 if depth else 0

        assert nest(1) == 1
        assert log == [("nest", 1), ("nest", 16)]


@pytest.mark.task("retry")
class TestRetry:
    def test_false_results_are_results(self):
        """Only an exception leads to another attempt and to a pause."""
        pauses = []
        decorated = retry(3, pause=pauses.append)(make_flaky([None, 0, "late"]))
        assert decorated() is None
        assert decorated() == 0
        assert pauses == []

    def test_the_last_exception_comes_out_as_it_is(self):
        """After the last attempt the caller sees that attempt's exception."""
        errors = [Broken("one"), Broken("two"), Broken("three"), Broken("four")]
        pauses = []
        decorated = retry(3, on=Broken, pause=pauses.append)(make_flaky(errors))
        with pytest.raises(Broken) as caught:
            decorated()
        assert caught.value is errors[2]
        assert pauses == [1, 2]

    def test_pauses_lie_between_attempts(self):
        """The order of attempts and pauses is fixed."""
        events = []

        @retry(3, on=Broken, pause=lambda made: events.append(("pause", made)))
        def work():
            events.append("attempt")
            if len(events) < 5:
                raise Broken
            return "done"

        assert work() == "done"
        assert events == ["attempt", ("pause", 1), "attempt", ("pause", 2), "attempt"]

    def test_another_exception_goes_to_the_caller_at_once(self):
        """A mistake is not repeated."""
        error = KeyError("typo")
        flaky = make_flaky([Broken(), error, "late"])
        pauses = []
        with pytest.raises(KeyError) as caught:
            retry(5, on=Broken, pause=pauses.append)(flaky)()
        assert caught.value is error
        assert pauses == [1]
        assert flaky() == "late"

    @pytest.mark.parametrize(
        "on, error",
        [
            pytest.param(LookupError, KeyError("k"), id="subclass"),
            pytest.param((ValueError, OSError), OSError("o"), id="one-of-two"),
            pytest.param(None, Broken("b"), id="any-without-on"),
        ],
    )
    def test_what_counts_as_such_an_exception(self, on, error):
        """`on` is read as an except clause reads it; without it every exception counts."""
        again = retry(2, on=on) if on else retry(2)
        assert again(make_flaky([error, "done"]))() == "done"

    def test_a_single_attempt(self):
        """One time means one attempt and no pause."""
        pauses = []
        flaky = make_flaky([Broken("one"), "late"])
        with pytest.raises(Broken, match="one"):
            retry(1, on=Broken, pause=pauses.append)(flaky)()
        assert pauses == []
        assert flaky() == "late"

    @pytest.mark.parametrize("times", [0, -1], ids=["zero", "negative"])
    def test_fewer_attempts_than_one_are_refused(self, times):
        """The mistake shows where the decorator is written, not at the first call."""
        with pytest.raises(ValueError):
            retry(times)

    def test_each_call_starts_anew(self):
        """Attempts of one call are not taken from the next."""
        decorated = retry(2, on=Broken)(make_flaky([Broken(), "a", Broken(), "b", Broken(), "c"]))
        assert [decorated(), decorated(), decorated()] == ["a", "b", "c"]

    def test_one_decorator_on_two_functions(self):
        """A decorator that is kept under a name can be used more than once."""
        twice = retry(2, on=Broken)
        first = twice(make_flaky([Broken(), "first"]))
        second = twice(make_flaky([Broken(), "second"]))
        assert first() == "first"
        assert second() == "second"

    def test_every_attempt_gets_the_arguments(self):
        """The second attempt is the same call as the first."""
        seen = []

        @retry(2, on=Broken)
        def send(to, *, text):
            seen.append((to, text))
            if len(seen) < 2:
                raise Broken
            return len(seen)

        assert send("ann", text="hi") == 2
        assert seen == [("ann", "hi"), ("ann", "hi")]


@pytest.mark.task("metadata")
class TestMetadata:
    @EACH
    def test_name_docstring_and_original(self, decorate):
        """Logs, help() and tools that unwrap find the original."""

        def price(item):
            """The price of an item."""
            return item

        decorated = decorate(price)
        assert decorated.__name__ == "price"
        assert decorated.__doc__ == "The price of an item."
        assert decorated.__wrapped__ is price

    @EACH
    def test_the_signature_stays(self, decorate):
        """Tools that read parameters see those of the original."""

        def ship(order, /, address, *items, express=False, **options):
            return (order, address, items, express, options)

        parameters = inspect.signature(decorate(ship)).parameters
        assert [(name, parameter.kind.name) for name, parameter in parameters.items()] == [
            ("order", "POSITIONAL_ONLY"),
            ("address", "POSITIONAL_OR_KEYWORD"),
            ("items", "VAR_POSITIONAL"),
            ("express", "KEYWORD_ONLY"),
            ("options", "VAR_KEYWORD"),
        ]

    def test_the_bare_form_too(self):
        """Both ways of writing a decorator keep the description."""

        @timed
        def one():
            """First."""

        @log_calls
        def two():
            """Second."""

        assert (one.__name__, one.__doc__) == ("one", "First.")
        assert (two.__name__, two.__doc__) == ("two", "Second.")


@pytest.mark.task("methods")
class TestMethods:
    @EACH
    def test_a_method_of_two_objects(self, decorate):
        """Each object's call reaches that object."""

        class Account:
            def __init__(self, balance):
                self.balance = balance

            @decorate
            def deposit(self, amount, *, fee=0):
                self.balance += amount - fee
                return self.balance

        first, second = Account(0), Account(100)
        assert first.deposit(5) == 5
        assert second.deposit(7, fee=1) == 106
        assert first.deposit(amount=1) == 6
        assert (first.balance, second.balance) == (6, 106)

    @EACH
    def test_bound_and_unbound(self, decorate):
        """A bound method can be kept, and the class's function takes self by hand."""

        class Greeter:
            def __init__(self, name):
                self.name = name

            @decorate
            def greet(self, word):
                return f"{word} {self.name}"

        bound = Greeter("Ann").greet
        assert bound("hello") == "hello Ann"
        assert Greeter.greet(Greeter("Ben"), "bye") == "bye Ben"

    @EACH
    def test_static_methods_and_properties(self, decorate):
        """The decorator fits under the built-in ones."""

        class Circle:
            def __init__(self, radius):
                self.radius = radius

            @property
            @decorate
            def width(self):
                return 2 * self.radius

            @staticmethod
            @decorate
            def unit(name):
                return name + "s"

        assert Circle(3).width == 6
        assert Circle(3).unit("cm") == "cms"
        assert Circle.unit("mm") == "mms"

    def test_a_retried_method(self):
        """Objects of one class do not share attempts."""

        class Line:
            def __init__(self):
                self.calls = 0

            @retry(2, on=Broken)
            def dial(self):
                self.calls += 1
                if self.calls < 2:
                    raise Broken
                return self.calls

        one, other = Line(), Line()
        assert (one.dial(), other.dial()) == (2, 2)
        assert (one.calls, other.calls) == (2, 2)


@pytest.mark.task("stacking")
class TestStacking:
    def test_log_outside_retry(self):
        """The outer log sees one call, however many attempts it took."""
        attempts, log = [], []

        @log_calls(log=log)
        @retry(3, on=Broken)
        def fetch(url):
            if len(attempts) < 2:
                attempts.append(url)
                raise Broken
            return "page"

        assert fetch("/a") == "page"
        assert attempts == ["/a", "/a"]
        assert log == [{"name": "fetch", "args": ("/a",), "kwargs": {}, "result": "page"}]

    def test_retry_outside_log(self):
        """The inner log sees every attempt."""
        log = []
        flaky = make_flaky([Broken(), Broken(), "page"])
        assert retry(3, on=Broken)(log_calls(log=log)(flaky))() == "page"
        assert log == [
            {"name": "flaky", "args": (), "kwargs": {}, "error": "Broken"},
            {"name": "flaky", "args": (), "kwargs": {}, "error": "Broken"},
            {"name": "flaky", "args": (), "kwargs": {}, "result": "page"},
        ]

    @pytest.mark.parametrize(
        "timed_outside, expected",
        [
            pytest.param(True, [("flaky", 1)], id="outside"),
            pytest.param(False, [("flaky", 1), ("flaky", 5)], id="inside"),
        ],
    )
    def test_timed_and_retry(self, timed_outside, expected):
        """Outside, one time covers all attempts; inside, each attempt has its own."""
        log = []
        again = retry(2, on=Broken)
        watch = timed(clock=make_clock(0, 1, 2, 7), log=log)
        flaky = make_flaky([Broken(), "done"])
        decorated = watch(again(flaky)) if timed_outside else again(watch(flaky))
        assert decorated() == "done"
        assert log == expected

    def test_two_observers_write_inside_out(self):
        """The inner decorator is done before the outer one."""
        events = []

        @log_calls(log=events)
        @timed(clock=make_clock(3, 4), log=events)
        def work():
            return 1

        assert work() == 1
        assert events == [
            ("work", 1),
            {"name": "work", "args": (), "kwargs": {}, "result": 1},
        ]

    def test_the_original_under_three_layers(self):
        """Every layer points to the next, the last one to the function."""

        def work():
            """Work."""

        decorated = with_log(with_timed(with_retry(work)))
        assert decorated.__name__ == "work"
        assert inspect.unwrap(decorated) is work
