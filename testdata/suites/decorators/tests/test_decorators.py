import inspect

import pytest

from solution import count_calls, deprecated, retry, trace, typed


def test_count_calls_counts_on_the_function():
    @count_calls
    def f(x):
        return x * 2

    assert f.calls == 0
    assert [f(1), f(2)] == [2, 4]
    assert f.calls == 2
    f.calls = 0
    f(3)
    assert f.calls == 1


def test_counts_are_separate():
    @count_calls
    def one():
        pass

    @count_calls
    def two():
        pass

    one()
    assert (one.calls, two.calls) == (1, 0)


def test_metadata_is_kept():
    @count_calls
    def area(w: int, h: int = 1) -> int:
        """Width times height."""
        return w * h

    assert area.__name__ == "area"
    assert area.__doc__ == "Width times height."
    assert str(inspect.signature(area)) == "(w: int, h: int = 1) -> int"
    assert area.__wrapped__(2, 3) == 6
    assert area.calls == 0


def test_works_on_methods():
    class Thing:
        @count_calls
        def hello(self, name="you"):
            return f"hello {name}"

    assert Thing().hello() == "hello you"
    assert Thing().hello(name="me") == "hello me"
    assert Thing.hello.calls == 2


def test_retry_gives_up_after_n_times():
    naps = []

    @retry(times=3, delay=0.5, sleep=naps.append)
    def broken():
        raise OSError("down")

    with pytest.raises(OSError, match="down"):
        broken()
    assert naps == [0.5, 1.0]


def test_retry_returns_the_first_success():
    results = iter([ValueError("no"), ValueError("no"), "yes"])

    @retry(times=5, on=ValueError, sleep=lambda seconds: None)
    def flaky():
        result = next(results)
        if isinstance(result, Exception):
            raise result
        return result

    assert flaky() == "yes"


def test_retry_lets_other_errors_through():
    calls = []

    @retry(times=5, on=(ValueError, OSError), sleep=calls.append)
    def f():
        calls.append("call")
        raise KeyError("k")

    with pytest.raises(KeyError):
        f()
    assert calls == ["call"]


def test_trace_with_and_without_arguments():
    lines = []

    @trace(log=lines.append)
    def add(a, b):
        return a + b

    add(1, b=2)
    assert lines == ["add(1, b=2) -> 3"]


def test_trace_bare_prints(capsys):
    @trace
    def nothing():
        pass

    nothing()
    assert capsys.readouterr().out == "nothing() -> None\n"


def test_typed_checks_annotations():
    @typed
    def repeat(text: str, times: int = 2):
        return text * times

    assert repeat("ab") == "abab"
    with pytest.raises(TypeError, match=r"times: expected int, got str"):
        repeat("ab", times="3")


def test_deprecated_warns():
    @deprecated("use new()")
    def old():
        return 1

    with pytest.warns(DeprecationWarning, match=r"use new\(\)"):
        assert old() == 1
