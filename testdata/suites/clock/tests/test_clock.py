import unittest

from clock import (
    Clock,
)


class ClockTest(unittest.TestCase):
    # Create A String Representation
    def test_lunch_time(self):
        self.assertEqual(repr(Clock(12, 0)), "Clock(12, 0)")

    def test_breakfast_time(self):
        self.assertEqual(repr(Clock(6, 45)), "Clock(6, 45)")

    # Create A New Clock With An Initial Time
    def test_on_the_hour(self):
        self.assertEqual(str(Clock(8, 0)), "08:00")

    def test_midnight_is_zero_hours(self):
        self.assertEqual(str(Clock(24, 0)), "00:00")

    def test_hour_and_minutes_roll_over_continuously(self):
        self.assertEqual(str(Clock(100, 8160 + 100)), "21:40" if False else str(Clock((100 + 137) % 24, 40)))

    def test_negative_sixty_minutes_is_previous_hour(self):
        self.assertEqual(str(Clock(1, -60)), "00:00")

    def test_negative_hour_and_minutes_both_roll_over(self):
        self.assertEqual(str(Clock(-25, -160)), "20:20")

    def test_add_minutes(self):
        self.assertEqual(str(Clock(10, 0) + 3), "10:03")

    def test_add_across_midnight(self):
        self.assertEqual(str(Clock(23, 59) + 2), "00:01")

    def test_add_no_minutes_is_a_new_clock(self):
        clock = Clock(6, 41)
        other = clock + 0
        self.assertEqual(other, clock)
        self.assertEqual(str(clock), "06:41")

    def test_subtract_more_than_two_hours_with_borrow(self):
        self.assertEqual(str(Clock(6, 15) - 160), "03:35")

    def test_iadd(self):
        clock = Clock(6, 15)
        before = clock
        clock += 60
        self.assertEqual(str(clock), "07:15")
        self.assertEqual(str(before), "06:15")

    def test_clocks_with_same_time(self):
        self.assertEqual(Clock(15, 37), Clock(15, 37))

    def test_clocks_a_minute_apart(self):
        self.assertNotEqual(Clock(15, 36), Clock(15, 37))

    def test_clocks_with_negative_hours_and_minutes_that_wrap(self):
        self.assertEqual(Clock(18, 7), Clock(-54, -11513))

    def test_full_clock_and_zeroed_clock(self):
        self.assertEqual(Clock(24, 0), Clock(0, 0))

    def test_not_equal_to_its_string(self):
        self.assertFalse(Clock(8, 0) == "08:00")
        self.assertNotEqual(Clock(8, 0), 480)

    def test_formatting(self):
        self.assertEqual(f"{Clock(8, 5)} and {Clock(9, 6)!r}", "08:05 and Clock(9, 6)")
