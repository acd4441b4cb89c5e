"""With a surface that was recorded: what it does not grant is refused, by attribute and by operation."""

# interface: objects
# surface: {"Account": ["(call)", "(==)", "(-)", "balance", "deposit"], "*": []}
# expect: test_attribute_that_is_not_granted = failed cannot_cross candidate
# expect: test_order_is_not_granted = failed cannot_cross candidate
# expect: test_an_object_in_place_of_a_text = failed cannot_cross candidate
# expect: test_equality_of_the_rest_is_identity = failed test_failed candidate
# expect: test_attribute_of_a_function = failed cannot_cross candidate
# expect: test_a_refusal_is_not_swallowed = failed cannot_cross candidate
# expect: test_arithmetic_with_data_is_another = failed cannot_cross candidate
# expect: test_setting_is_using = failed cannot_cross candidate
import pytest

import solution
from solution import Account


def test_what_is_granted():
    account = Account(3)
    account.deposit(2)
    assert account.balance == 5
    assert account == Account(5)
    assert bool(account) is True  # not granted: as of an object without __len__


def test_attribute_that_is_not_granted():
    assert Account().notes == []


def test_order_is_not_granted():
    assert Account(2) < Account(1)


def test_an_object_in_place_of_a_text():
    assert solution.name().startswith("A")


def test_equality_of_the_rest_is_identity():
    assert solution.name() == solution.name()


def test_attribute_of_a_function():
    assert solution.compute.calls == 1


def test_a_refusal_is_not_swallowed():
    with pytest.raises(BaseException):
        solution.name().startswith("A")


def test_setting_is_using():
    Account().notes = 3


def test_arithmetic_between_objects():
    assert (Account(3) - Account(1)).balance == 2


def test_arithmetic_with_data_is_another():
    """An object where a number is expected would answer what a test compares."""
    assert abs(Account(3) - 5.0) < 1e-9
