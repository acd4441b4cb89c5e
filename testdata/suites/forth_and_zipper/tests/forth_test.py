import unittest

from forth import (
    evaluate,
    StackUnderflowError,
)


class ForthTest(unittest.TestCase):
    def test_numbers_just_get_pushed_onto_the_stack(self):
        self.assertEqual(evaluate(["1 2 3 4 5"]), [1, 2, 3, 4, 5])

    def test_pushes_negative_numbers_onto_the_stack(self):
        self.assertEqual(evaluate(["-1 -2 -3"]), [-1, -2, -3])

    def test_can_add_two_numbers(self):
        self.assertEqual(evaluate(["1 2 +"]), [3])

    def test_addition_errors_if_there_is_nothing_on_the_stack(self):
        with self.assertRaises(StackUnderflowError) as err:
            evaluate(["+"])
        self.assertEqual(type(err.exception), StackUnderflowError)
        self.assertEqual(err.exception.args[0], "Insufficient number of items in stack")

    def test_division_errors_if_dividing_by_zero(self):
        # divide by zero
        with self.assertRaises(ZeroDivisionError) as err:
            evaluate(["4 0 /"])
        self.assertEqual(type(err.exception), ZeroDivisionError)
        self.assertEqual(err.exception.args[0], "divide by zero")

    def test_performs_integer_division(self):
        self.assertEqual(evaluate(["8 3 /"]), [2])

    def test_dup_drop_swap_over(self):
        for program, stack in [("1 dup", [1, 1]), ("1 2 drop", [1]), ("1 2 swap", [2, 1]), ("1 2 over", [1, 2, 1])]:
            with self.subTest(program=program):
                self.assertEqual(evaluate([program]), stack)

    def test_user_defined_words(self):
        self.assertEqual(evaluate([": dup-twice dup dup ;", "1 dup-twice"]), [1, 1, 1])

    def test_can_use_different_words_with_the_same_name(self):
        self.assertEqual(evaluate([": foo 5 ;", ": bar foo ;", ": foo 6 ;", "bar foo"]), [5, 6])

    def test_can_define_word_that_uses_word_with_the_same_name(self):
        self.assertEqual(evaluate([": foo 10 ;", ": foo foo 1 + ;", "foo"]), [11])

    def test_cannot_redefine_non_negative_numbers(self):
        with self.assertRaises(ValueError) as err:
            evaluate([": 1 2 ;"])
        self.assertEqual(type(err.exception), ValueError)
        self.assertEqual(err.exception.args[0], "illegal operation")

    def test_errors_if_executing_a_non_existent_word(self):
        with self.assertRaises(ValueError) as err:
            evaluate(["foo"])
        self.assertEqual(err.exception.args[0], "undefined operation")

    def test_only_defines_locally(self):
        self.assertEqual(evaluate([": + - ;", "1 1 +"]), [0])
        self.assertEqual(evaluate(["1 1 +"]), [2])

    def test_case_insensitive(self):
        self.assertEqual(evaluate([": SWAP DUP Dup dup ;", "1 swap"]), [1, 1, 1, 1])
