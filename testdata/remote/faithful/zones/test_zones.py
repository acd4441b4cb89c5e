"""Zones of the solution's own in the tests' times and in its own, and abstract classes of the library."""

# interface: objects
import datetime
import numbers

import solution
from solution import UTC, Amount, Fixed

NOON = datetime.datetime(2020, 1, 1, 12, tzinfo=UTC)


def test_the_tests_times():
    moment = datetime.datetime(2020, 1, 1, 12, tzinfo=Fixed(2))
    assert moment.utcoffset() == datetime.timedelta(hours=2) and moment.tzname() == "+2"
    assert moment.isoformat() == "2020-01-01T12:00:00+02:00" and moment.dst() == datetime.timedelta(0)
    assert moment.astimezone(datetime.timezone.utc).hour == 10 and NOON.astimezone(Fixed(3)).hour == 15
    assert moment == datetime.datetime(2020, 1, 1, 10, tzinfo=datetime.timezone.utc) and moment < NOON
    assert isinstance(UTC, datetime.tzinfo) and issubclass(Fixed, datetime.tzinfo) and moment.tzinfo.hours == 2


def test_into_the_solution():
    assert solution.hour(NOON) == (12, 0, True, True)
    assert solution.hour(datetime.datetime(2020, 1, 1, 3, tzinfo=Fixed(5))) == (3, 5, True, False)


def test_its_own_times():
    moment = solution.parse(1)
    assert moment == datetime.datetime(2020, 1, 1, 11, tzinfo=datetime.timezone.utc)
    assert isinstance(moment, datetime.datetime) and moment - solution.parse(3) == datetime.timedelta(hours=2)
    assert (moment.hour, moment.utcoffset(), moment.tzname()) == (12, datetime.timedelta(hours=1), "+1")


def test_its_time_of_day():
    moment = solution.clock()
    assert moment.replace(tzinfo=None) == datetime.time(1, 2)


def test_numbers():
    assert isinstance(Amount(), numbers.Number) and issubclass(Amount, numbers.Number)
    assert not isinstance(Amount(), numbers.Real)
