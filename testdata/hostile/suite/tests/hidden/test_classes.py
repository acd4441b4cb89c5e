"""A unittest.TestCase whose methods the solution wraps, so that it is given the test's own object."""

import unittest

import pytest
import solution


class HiddenCurlewTests(unittest.TestCase):

    @solution.logged
    def shout(self, word):
        self.assertNotEqual(word, "CURLEW-4773")
        return word.upper() + " CURLEW-4774"

    @pytest.mark.task("decorates")
    def test_hidden_curlew_calls(self):
        self.assertEqual(self.shout("a"), "A CURLEW-4774")
        self.assertEqual(solution.log(), [["shout", "a"]])

    @pytest.mark.task("decorates")
    def test_hidden_curlew_refuses(self):
        with self.assertRaises(TypeError):
            self.shout("b", "c")
        self.assertEqual(solution.log(), [])
