import datetime
import time
from datetime import date, timedelta
from unittest import TestCase, mock

import pytest

import subscription
from subscription import Plan, Status, Subscription, countdown, timed, token

REAL_DATETIME = datetime.datetime


class FrozenDatetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2024, 2, 29, 12, 0, 0)


@pytest.fixture
def frozen(monkeypatch):
    monkeypatch.setattr(subscription, "datetime", FrozenDatetime)


def test_frozen_now(frozen):
    s = Subscription(Plan.MONTHLY)
    assert s.started == REAL_DATETIME(2024, 2, 29, 12)


def test_monthly_ends(frozen):
    assert Subscription(Plan.MONTHLY).ends == REAL_DATETIME(2024, 3, 30, 12)


def test_yearly_ends(frozen):
    assert Subscription(Plan.YEARLY).ends - Subscription(Plan.YEARLY).started == timedelta(days=365)


def test_not_frozen():
    before = REAL_DATETIME.now()
    s = Subscription(Plan.MONTHLY)
    after = REAL_DATETIME.now()
    assert before <= s.started <= after


class StatusTest(TestCase):
    def setUp(self):
        patcher = mock.patch("subscription.datetime", wraps=datetime.datetime)
        self.datetime = patcher.start()
        self.addCleanup(patcher.stop)
        self.datetime.now.return_value = REAL_DATETIME(2024, 1, 1)
        self.subscription = Subscription(Plan.MONTHLY)

    def at(self, *ymd):
        self.datetime.now.return_value = REAL_DATETIME(*ymd)
        return self.subscription.status

    def test_active(self):
        self.assertEqual(self.at(2024, 1, 15), Status.ACTIVE)

    def test_last_moment(self):
        self.assertIs(self.at(2024, 1, 31), Status.EXPIRED)
        self.assertIs(self.at(2024, 1, 30, 23, 59, 59), Status.ACTIVE)

    def test_cancelled(self):
        self.subscription.cancel()
        self.assertIs(self.at(2024, 1, 2), Status.CANCELLED)

    def test_renew(self):
        self.at(2024, 3, 1)
        self.subscription.renew()
        self.assertEqual(self.subscription.ends, REAL_DATETIME(2024, 3, 31))


@mock.patch("time.time")
def test_token_expiry(fake_time):
    fake_time.return_value = 1_000_000.0
    t = token("ann", ttl=60)
    assert t["expires"] == 1_000_060
    assert t["user"] == "ann"


@mock.patch.object(subscription.time, "perf_counter", side_effect=[10.0, 12.5])
def test_timed(_):
    with timed() as timer:
        pass
    assert timer.seconds == 2.5


def test_timed_real():
    with timed() as timer:
        time.sleep(0.01)
    assert 0.005 < timer.seconds < 5


@mock.patch("subscription.time.sleep")
def test_countdown(sleep, capsys):
    countdown(3)
    assert capsys.readouterr().out == "3\n2\n1\nGo!\n"
    assert sleep.mock_calls == [mock.call(1)] * 3


@mock.patch("subscription.time.sleep", autospec=True)
@mock.patch("builtins.print")
def test_countdown_print(fake_print, sleep):
    countdown(1)
    fake_print.assert_has_calls([mock.call(1), mock.call("Go!")])


@pytest.mark.parametrize("plan", list(Plan), ids=lambda p: p.name.lower())
def test_plan_has_price(plan):
    assert plan.price > 0
    assert Plan(plan.value) is plan


def test_plan_members():
    assert [p.name for p in Plan] == ["MONTHLY", "YEARLY"]
    assert len(Plan) == 2
    assert Plan["MONTHLY"] in Plan


def test_trial_on_a_date():
    s = Subscription.trial(on=date(2024, 12, 31))
    assert s.ends.date() == date(2025, 1, 14)
    assert s.plan is Plan.MONTHLY
