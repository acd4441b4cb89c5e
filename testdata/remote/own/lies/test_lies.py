"""With an open surface: no lie passes where a test compares with data (REMOTE.md, rule 2)."""

# interface: objects
# expect: test_equal = failed test_failed candidate
# expect: test_equal_the_other_way = failed test_failed candidate
# expect: test_equal_within_a_list = failed test_failed candidate
# expect: test_equal_within_a_dict = failed test_failed candidate
# expect: test_is_a_key = failed test_failed candidate
# expect: test_in_a_list_of_data = failed test_failed candidate
# expect: test_isinstance = failed test_failed candidate
# expect: test_a_named_class_does_not_equal_data = failed test_failed candidate
# expect: test_a_method_of_a_named_class = failed test_failed candidate
# expect: test_an_int_is_what_it_holds = failed test_failed candidate
# expect: test_a_list_is_what_it_holds = failed test_failed candidate
# expect: test_does_not_differ = failed test_failed candidate
# expect: test_unittest = failed test_failed candidate
# expect: test_attribute = failed test_failed candidate
# expect: test_a_set_by_the_library = failed test_failed candidate
# expect: test_a_counter = failed test_failed candidate
# expect: test_a_float_computes_with_what_it_holds = failed test_failed candidate
import collections
import doctest
import inspect
import os
import typing
import unittest

import solution
from solution import Annotated, Money


def test_equal():
    assert solution.result() == 42


def test_equal_the_other_way():
    assert 42 == solution.result()


def test_equal_within_a_list():
    assert [solution.result()] == [42]


def test_equal_within_a_dict():
    assert {"a": solution.result()} == {"a": 42}


def test_does_not_differ():
    if solution.result() != 42:
        raise AssertionError


def test_what_is_not_asserted_to_differ_is_not_shown():
    if solution.Curious() != 42:
        assert solution.Curious.seen == [0]
    assert solution.Curious() == 42 or solution.Curious.seen == [0, 0]
    assert (solution.Curious() != 42) in [True, False] and solution.Curious.seen == [0, 0, 0]
    assert solution.Curious() != 43
    assert solution.Curious.seen == [0, 0, 0, 43]


def test_is_a_key():
    assert {0: 1}[solution.result()] == 1


def test_in_a_list_of_data():
    assert solution.result() in [1, 2, 3]


def test_isinstance():
    assert isinstance(solution.result(), int)


def test_a_named_class_does_not_equal_data():
    assert Money(3) == 5


def test_a_method_of_a_named_class():
    assert Money(3).doubled() == 6


def test_an_int_is_what_it_holds():
    assert solution.number() == 4


def test_a_list_is_what_it_holds():
    assert solution.elements() == [1, 2]


def test_unittest():
    unittest.TestCase().assertEqual(solution.result(), 42)


def test_attribute():
    assert solution.result().total == 42


def test_two_objects_may_say_that_they_are_equal():
    """What an open surface grants: the report says so."""
    assert Money(3) == Money(4)


def test_annotations_are_not_run():
    """typing evaluates texts: what is more than names is no expression any more."""
    assert solution.annotated.__annotations__["return"] == "list[int]"
    for target in (solution.annotated, Annotated, Annotated.method):
        try:
            typing.get_type_hints(target)
            inspect.signature(target, eval_str=True)
        except Exception:
            pass
    assert "PYTHON_RAN_IN_THE_JUDGE" not in os.environ


def test_examples_are_not_run():
    """doctest runs them in the guest."""
    assert doctest.testmod(solution).attempted == 2
    doctest.run_docstring_examples(Annotated, {})
    assert "PYTHON_RAN_IN_THE_JUDGE" not in os.environ


EXPECTED = [1, 2, 3]


def test_annotations_reach_nothing():
    """A comprehension is an expression too, and may set an attribute."""
    try:
        typing.get_type_hints(solution.Reaching)
    except Exception:
        pass
    assert not hasattr(solution, "leak")


def test_a_set_by_the_library():
    assert solution.members() == {1, 2, 3}


def test_a_counter():
    assert collections.Counter("ab") == solution.counts()


def test_a_float_computes_with_what_it_holds():
    assert abs(solution.length() - 5.0) < 1e-9


def test_callbacks_show_no_names():
    """Operations are for the tests' own objects alone: a function's repr would name the test."""
    def callback():
        """Nothing."""
    assert solution.shown(callback) == "refused"


def test_what_is_expected_is_not_shown():
    """An object that keeps what it is compared with learns nothing of it, whoever compares."""
    spy = solution.Spy()
    assert spy not in [4711, "secret"] and {"k": 4711}.get(spy) is None
    assert [4711, "secret"].count(spy) == 0 and not any(part == spy for part in (4711, "secret", [4711]))
    with unittest.TestCase().assertRaises(AssertionError):
        unittest.TestCase().assertCountEqual([spy], [{"k": 4711}])
    assert all(part in (0, "", [], {}) for part in solution.seen)
