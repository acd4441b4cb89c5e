import unittest
from datetime import date, datetime, time, timedelta, timezone

from solution import Calendar, Event, age, parse_date, weekdays, working_days


class DateFunctions(unittest.TestCase):
    def test_parse(self):
        for text in ("2024-02-29", "29.02.2024", "29 Feb 2024"):
            with self.subTest(text):
                self.assertEqual(parse_date(text), date(2024, 2, 29))
        with self.assertRaises(ValueError):
            parse_date("29.02.2023")

    def test_age(self):
        born = date(2000, 2, 29)
        self.assertEqual(age(born, date(2024, 2, 28)), 23)
        self.assertEqual(age(born, date(2024, 2, 29)), 24)
        self.assertEqual(age(born, on=date(2025, 3, 1)), 25)

    def test_weekdays_is_lazy(self):
        days = weekdays(date(2024, 3, 1), "Fri")
        self.assertEqual([next(days), next(days)], [date(2024, 3, 1), date(2024, 3, 8)])

    def test_working_days(self):
        holidays = {date(2024, 12, 25), date(2024, 12, 26)}
        self.assertEqual(working_days(date(2024, 12, 23), date(2024, 12, 30), holidays), 3)


class CalendarTest(unittest.TestCase):
    def setUp(self):
        self.calendar = Calendar()
        self.standup = Event("standup", datetime(2024, 3, 4, 9), timedelta(minutes=15))
        self.lunch = Event("lunch", datetime(2024, 3, 4, 12), timedelta(hours=1))
        self.calendar.add(self.lunch)
        self.calendar.add(self.standup)

    def test_sorted_by_start(self):
        self.assertEqual([e.name for e in self.calendar], ["standup", "lunch"])

    def test_end(self):
        self.assertEqual(self.lunch.end.time(), time(13))

    def test_conflict(self):
        with self.assertRaisesRegex(ValueError, "late overlaps lunch"):
            self.calendar.add(Event("late", datetime(2024, 3, 4, 12, 59), timedelta(hours=1)))
        self.assertEqual(len(self.calendar), 2)

    def test_touching_is_no_conflict(self):
        self.calendar.add(Event("coffee", self.lunch.end, timedelta(minutes=5)))
        self.assertIn("coffee", [e.name for e in self.calendar])

    def test_index_by_day(self):
        self.assertEqual(self.calendar[date(2024, 3, 4)], [self.standup, self.lunch])
        self.assertEqual(self.calendar[date(2024, 3, 5)], [])

    def test_shift(self):
        moved = self.lunch + timedelta(days=1)
        self.assertEqual(moved.start, datetime(2024, 3, 5, 12))
        self.assertEqual(self.lunch.start.day, 4)

    def test_time_zones(self):
        plus2 = timezone(timedelta(hours=2))
        event = Event("call", datetime(2024, 3, 4, 12, tzinfo=plus2), timedelta(hours=1))
        self.assertEqual(event.in_utc().start.isoformat(), "2024-03-04T10:00:00+00:00")

    def test_next(self):
        self.assertIs(self.calendar.next(datetime(2024, 3, 4, 9)), self.lunch)
        self.assertIsNone(self.calendar.next(datetime.max))
