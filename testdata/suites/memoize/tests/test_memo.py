import unittest

import solution
from solution import fib, make_counter, make_multipliers, memoize, slow_square


class MemoizeTest(unittest.TestCase):
    def setUp(self):
        self.calls = []
        self.add = memoize(self.slow_add)

    def slow_add(self, a, b=0):
        self.calls.append((a, b))
        return a + b

    def test_second_call_is_free(self):
        self.assertEqual(self.add(1, b=2), 3)
        self.assertEqual(self.add(1, b=2), 3)
        self.assertEqual(self.calls, [(1, 2)])

    def test_cache_can_be_looked_into_and_cleared(self):
        self.add(1)
        self.assertEqual(len(self.add.cache), 1)
        self.add.cache_clear()
        self.add(1)
        self.assertEqual(len(self.calls), 2)

    def test_unhashable_arguments_are_not_cached(self):
        self.assertEqual(self.add([1], b=[2]), [1, 2])
        self.assertEqual(self.add([1], b=[2]), [1, 2])
        self.assertEqual(len(self.calls), 2)

    def test_none_is_a_result_too(self):
        hits = []
        f = memoize(lambda x: hits.append(x))
        f(1)
        f(1)
        self.assertEqual(hits, [1])

    def test_errors_are_not_cached(self):
        def fail(x):
            self.calls.append(x)
            raise ValueError(x)
        f = memoize(fail)
        for _ in range(2):
            self.assertRaises(ValueError, f, 5)
        self.assertEqual(self.calls, [5, 5])


class LruTest(unittest.TestCase):
    def setUp(self):
        slow_square.cache_clear()

    def test_cache_info(self):
        for n in (2, 3, 2):
            slow_square(n)
        info = slow_square.cache_info()
        self.assertEqual((info.hits, info.misses, info.maxsize), (1, 2, 2))

    def test_oldest_is_dropped(self):
        for n in (1, 2, 3, 1):
            slow_square(n)
        self.assertEqual(slow_square.cache_info().hits, 0)
        self.assertEqual(slow_square.cache_info().currsize, 2)

    def test_fib_is_fast(self):
        self.assertEqual(fib(80), 23416728348467685)


class ClosureTest(unittest.TestCase):
    def test_counters_are_independent(self):
        a, b = make_counter(), make_counter(10)
        self.assertEqual([a(), a(), b(), a()], [1, 2, 11, 3])

    def test_counter_reset(self):
        tick = make_counter()
        tick()
        tick.reset()
        self.assertEqual(tick(), 1)

    def test_multipliers_bind_early(self):
        self.assertEqual([m(10) for m in make_multipliers(3)], [0, 10, 20])

    def test_module_has_a_docstring(self):
        self.assertTrue(solution.__doc__)
