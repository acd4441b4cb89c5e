# expect: test_swallowed_assertion = failed
# expect: test_swallowed_by_a_context_manager = failed
# expect: test_swallowed_method = failed
# expect: test_swallowed_pytest_fail = failed
# expect: test_parametrized_by_nothing[size0] = skipped
# expect: test_xfail = skipped
import unittest
from unittest import mock

import pytest
import solution


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_starts_anew(turn):
    """A test sees nothing of what another left in the solution."""
    assert solution.bump() == 1


def test_private_names_do_not_cross():
    """Names with a leading underscore stay with the tests."""
    class Thing:
        _secret = "s"
    assert solution.private(Thing()) == "hidden"


def test_swallowed_assertion():
    """An assert that fails in a callback fails the test, whoever swallows it."""
    def check():
        assert 1 == 2
    assert solution.swallow(check) == "swallowed"


def test_swallowed_method():
    """So does an assertion method."""
    assert solution.swallow(lambda: unittest.TestCase().assertEqual(1, 2)) == "swallowed"


def test_swallowed_pytest_fail():
    """So does pytest.fail."""
    assert solution.swallow(lambda: pytest.fail("x")) == "swallowed"


def test_assertion_that_comes_out():
    """An assertion that comes out of the outermost call is the test's to expect."""
    def check():
        assert 1 == 2
    with pytest.raises(AssertionError):
        solution.call(check)


def test_text_of_an_assertion_stays():
    """The message of an assertion shows what was expected."""
    def refuse():
        raise AssertionError("expected forty-two")
    assert "forty" not in solution.text_of(refuse)


def test_qualified_names_stay():
    """What names a test does not cross."""
    def helper(value="secret-default"):
        return value
    assert not any("test_" in name or "secret" in name for name in solution.names_of(helper))


def test_sandbox_files(sandbox_files):
    """Files go to the guest and come back."""
    path = sandbox_files.write("in.txt", "some text")
    assert solution.read(path) == "some text"
    blocks = sandbox_files.write("blocks.txt", (b"x" * 1000 for _ in range(1000)))
    assert len(solution.read(blocks)) == 1_000_000
    solution.write(path + ".out", "answer")
    assert sandbox_files.read(path + ".out") == b"answer"
    with pytest.raises(OSError):
        sandbox_files.write("in.txt", "again")
    with pytest.raises(ValueError):
        sandbox_files.write("../in.txt", "x")


@pytest.mark.parametrize("turn", [1, 2])
def test_files_end_with_the_test(turn):
    """A file that one test's solution leaves is gone for the next."""
    assert not solution.left()
    solution.leave()
    assert solution.left()


@pytest.mark.parametrize("size", solution.SIZES)
def test_parametrized_by_nothing(size):
    """A submission that parametrizes by nothing skips, and a skipped test earns nothing."""


@pytest.mark.xfail
def test_xfail():
    """An expected failure earns nothing."""
    assert solution.bump() == 2


def test_methods_cannot_be_set():
    """The solution may set data of a test's object, never its methods."""
    class Thing:
        def __init__(self):
            self.data = 1

        def method(self):
            return "own"
    thing = Thing()
    assert solution.try_set(thing, "method", solution.always) == "refused" and thing.method() == "own"
    assert solution.try_set(thing, "data", 2) == "set" and thing.data == 2
    case = unittest.TestCase()
    assert solution.try_set(case, "assertEqual", solution.always) == "refused"


def test_lying_subclass_is_read_as_what_it_holds():
    """A subclass of data crosses as its base, read through the base's own slots."""
    text, mapping = solution.lies()
    assert type(text) is str and text == "held" and text != "other" and text[0] == "h"
    assert type(mapping) is dict and mapping == {"k": 1} and mapping["k"] == 1


def test_exceptions_carry_data_only():
    """An attribute of an exception is data, or it is not there: a handle could pass for a method."""
    with pytest.raises(solution.Carrier) as caught:
        solution.carry()
    assert caught.value.number == 1
    assert not hasattr(caught.value, "thing") and not hasattr(caught.value, "function")


def test_traceback_is_text():
    """The lines of the solution come along as text with file, line and source, and none of pygrader's own."""
    with pytest.raises(solution.Carrier) as caught:
        solution.carry()
    trace = caught.value._pygrader_trace
    assert 'File "solution.py", line ' in trace and "raise error" in trace and "pygrader" not in trace


def test_repr_of_a_handle_is_local():
    """What a handle shows of itself is not the candidate's text."""
    assert repr(solution.thing()) == "<Thing object of the solution>"
    assert repr(solution.always).startswith("<function always at 0x")


def test_text_of_pytest_exceptions_stays():
    """Nor does the text of pytest's own exceptions cross."""
    text = solution.text_of(lambda: pytest.skip("because of forty-two"))
    assert "forty" not in text


def test_callback_sees_what_its_message_reaches():
    """Between the outermost call's begin and end only what a message reaches is brought up to date, where there is much
    to look at: of little, everything is."""
    items = list(range(200))
    assert solution.append_and_call(items, lambda: len(items)) == 200
    assert len(items) == 201
    few = []
    del items
    assert solution.append_and_call(few, lambda: len(few)) == 1


def test_forked_child_gets_an_error():
    """A child that the candidate forks cannot take a turn on its connection."""
    asked = []
    assert solution.call_in_a_fork(lambda: asked.append(1)) == "RuntimeError" and asked == []


def test_swallowed_by_a_context_manager():
    """An assertion in the body of the solution's context manager fails the test, whatever __exit__ answers."""
    with solution.swallower():
        assert 1 == 2


def test_stop_iteration_of_a_lying_guest():
    """StopIteration never comes out of a call, even where the solution has patched its own side."""
    solution.patch_runtime()
    with pytest.raises(RuntimeError):
        solution.stop()


def test_builtins_that_reach_further_are_inert():
    """A callback that calls what it is given makes no class and reaches no attribute for the solution."""
    def submit(function, *args):
        return function(*args)
    assert solution.feed(submit) == "refused"


def test_mocks_keep_their_assertions():
    """The solution cannot set what a mock asserts."""
    mocked = mock.Mock()
    assert solution.try_configure(mocked) == "refused"
    with pytest.raises(AssertionError):
        mocked.assert_called_once()
