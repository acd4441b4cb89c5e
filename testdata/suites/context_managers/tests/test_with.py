import contextlib

import pytest

from solution import Resource, Transaction, indented, suppress_and_count, temporary_attribute, timer


def test_resource_opens_and_closes():
    r = Resource("db")
    assert not r.is_open
    with r as inside:
        assert inside is r
        assert r.is_open
    assert not r.is_open


def test_resource_closes_after_an_error():
    r = Resource("db")
    with pytest.raises(ZeroDivisionError):
        with r:
            1 / 0
    assert not r.is_open
    assert r.events == ["open", "error: ZeroDivisionError", "close"]


def test_resource_cannot_be_entered_twice():
    with Resource("db") as r:
        with pytest.raises(RuntimeError, match="db is already open"):
            r.__enter__()


def test_transaction_commits():
    data = {"a": 1}
    with Transaction(data):
        data["a"] = 2
        data["b"] = 3
    assert data == {"a": 2, "b": 3}


def test_transaction_rolls_back_in_place():
    data = same = {"a": [1]}
    with pytest.raises(KeyError):
        with Transaction(data):
            data["a"].append(2)
            data["x"] = 1
            data["missing"]
    assert data is same
    assert data == {"a": [1]}


def test_rollback_on_request_is_silent():
    data = {}
    with Transaction(data) as tx:
        data["x"] = 1
        tx.rollback()
        data["never"] = 1  # the block is left before this line
    assert data == {}


def test_suppress_and_count():
    counter = suppress_and_count(ValueError, KeyError)
    for text in ("1", "x", "y"):
        with counter:
            int(text)
    assert counter.count == 2
    assert isinstance(counter.last, ValueError)
    with pytest.raises(TypeError):
        with counter:
            int(None)


def test_nested_in_exit_stack():
    first, second = Resource("1"), Resource("2")
    with contextlib.ExitStack() as stack:
        stack.enter_context(first)
        stack.enter_context(second)
        assert first.is_open and second.is_open
    assert not first.is_open and not second.is_open


def test_temporary_attribute_on_an_object_of_the_test():
    class Settings:
        debug = False

    settings = Settings()
    with temporary_attribute(settings, "debug", True):
        assert settings.debug is True
    assert settings.debug is False


def test_generator_based_with_callback():
    ticks = iter([10.0, 12.5])
    seen = []
    with timer(seen.append, clock=lambda: next(ticks)):
        assert seen == []
    assert seen == [2.5]


def test_indented_nests(capsys):
    with indented() as say:
        say("a")
        with indented(4):
            say("b")
        say("c")
    assert capsys.readouterr().out == "  a\n      b\n  c\n"
