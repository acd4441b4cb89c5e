import unittest

from solution import *  # noqa: F403
import solution


def test_output_in_order(capsys):
    """What the solution prints stands between what the test prints."""
    print("before")
    solution.shout("loud")
    print("after")
    out = capsys.readouterr().out
    assert out.index("before") < out.index("LOUD") < out.index("after")


def test_star_import():
    """A star takes what the solution offers, and never a built-in's name or one that pytest would collect."""
    assert shout.__name__ == "shout"  # noqa: F405
    assert len([1]) == 1


class Unittest(unittest.TestCase):
    """unittest classes run as they are."""

    def setUp(self):
        self.calls = 1

    def test_assertions(self):
        """Assertion methods work on what comes back."""
        self.assertEqual(self.calls, 1)
        self.assertIsNone(solution.shout("x"))
        with self.assertRaises(AttributeError):
            solution.shout(5)


def test_who_goes_on_printing():
    """Output that nobody reads any more is no trouble for the next test, nor for the next submission."""
    solution.chatter()
    assert [solution.same(number) for number in range(20)] == list(range(20))
