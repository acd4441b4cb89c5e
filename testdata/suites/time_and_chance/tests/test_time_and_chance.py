import random
import time
from datetime import datetime
from unittest import mock

import pytest

import solution


@pytest.fixture
def naps(monkeypatch):
    slept = []
    monkeypatch.setattr("solution.time.sleep", slept.append)
    return slept


def test_poll_sleeps_between_tries(naps):
    answers = iter([None, None, "ready"])
    assert solution.poll(lambda: next(answers), interval=0.5) == "ready"
    assert naps == [0.5, 0.5]


def test_poll_gives_up(naps):
    with pytest.raises(TimeoutError, match="after 3 tries"):
        solution.poll(lambda: None, interval=9, tries=3)
    assert naps == [9, 9]


def test_sleep_patched_globally(monkeypatch):
    slept = []
    monkeypatch.setattr(time, "sleep", lambda seconds: slept.append(seconds))
    solution.poll(iter([0, 1]).__next__, interval=60)
    assert slept == [60]


def test_age_uses_the_clock(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1_000_060.0)
    assert solution.age(1_000_000.0) == "1 minute ago"
    assert solution.age(1_000_060.0 - 7200) == "2 hours ago"
    assert solution.age(1_000_055) == "just now"


@mock.patch("solution.time.time", side_effect=[10.0, 12.5])
def test_measure(fake_time):
    result, seconds = solution.measure(lambda: "done")
    assert (result, seconds) == ("done", 2.5)


def test_today_with_a_fake_datetime(monkeypatch):
    class Frozen(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2024, 2, 29, 8, 30)

    monkeypatch.setattr(solution, "datetime", Frozen)
    assert solution.stamp() == "2024-02-29 08:30"


def test_seeded_dice_repeat():
    random.seed(7)
    first = solution.roll(5)
    random.seed(7)
    assert solution.roll(5) == first
    assert all(1 <= n <= 6 for n in first)


def test_seeded_result_is_known():
    random.seed(42)
    assert solution.roll(3) == [6, 1, 1]


def test_own_generator():
    assert solution.roll(4, random.Random(1)) == [2, 5, 1, 3]


def test_shuffle_in_place(monkeypatch):
    monkeypatch.setattr(random, "shuffle", lambda items: items.reverse())
    deck = ["a", "b", "c"]
    assert solution.deal(deck, 2) == ["c", "b"]
    assert deck == ["a"]


def test_choice_patched():
    with mock.patch("solution.random.choice", return_value="z") as choice:
        assert solution.password(3, letters="xyz") == "zzz"
    choice.assert_called_with("xyz")
