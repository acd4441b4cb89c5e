from datetime import date

import pytest

from fakes import InMemoryLoans, SpyNotifier, StoppedClock
from library import (
    AlreadyOnLoan,
    LibraryService,
    Loan,
    LoanLimitReached,
    LoanRepository,
    NotOnLoan,
)


@pytest.fixture
def loans():
    return InMemoryLoans()


@pytest.fixture
def notifier():
    return SpyNotifier()


@pytest.fixture
def clock():
    return StoppedClock(date(2024, 2, 20))


@pytest.fixture
def service(loans, notifier, clock):
    return LibraryService(loans, notifier, clock, loan_days=14, max_loans=2)


def test_lend_saves_loan(service, loans):
    loan = service.lend("isbn-1", "eve")
    assert loan == Loan("isbn-1", "eve", due=date(2024, 3, 5))
    assert loans.find("isbn-1") == loan


def test_lend_twice(service):
    service.lend("isbn-1", "eve")
    with pytest.raises(AlreadyOnLoan):
        service.lend("isbn-1", "bob")


def test_limit(service):
    service.lend("1", "eve")
    service.lend("2", "eve")
    with pytest.raises(LoanLimitReached):
        service.lend("3", "eve")
    service.lend("3", "bob")


def test_return_on_time_is_free(service, loans):
    service.lend("1", "eve")
    assert service.give_back("1") == 0
    assert loans.find("1") is None


def test_return_on_due_day_is_free(service, clock):
    service.lend("1", "eve")
    clock.move_to(date(2024, 3, 5))
    assert service.give_back("1") == 0


def test_late_fee(service, clock):
    service.lend("1", "eve")
    clock.move_to(date(2024, 3, 8))
    assert service.give_back("1") == 30


def test_late_fee_is_capped(service, clock):
    service.lend("1", "eve")
    clock.move_to(date(2025, 3, 8))
    assert service.give_back("1") == 500


def test_return_not_on_loan(service):
    with pytest.raises(NotOnLoan):
        service.give_back("nothing")


def test_remind(service, notifier, clock):
    service.lend("1", "eve")
    service.lend("2", "bob")
    clock.move_to(date(2024, 3, 6))
    service.lend("3", "bob")
    assert service.remind_overdue() == 2
    assert sorted(m for m, _ in notifier.sent) == ["bob", "eve"]
    assert all("overdue" in text for _, text in notifier.sent)


def test_remind_once_per_member(service, notifier, clock):
    service.lend("1", "eve")
    service.lend("2", "eve")
    clock.move_to(date(2024, 4, 1))
    assert service.remind_overdue() == 1
    (member, text), = notifier.sent
    assert "1" in text and "2" in text


def test_no_reminder_when_nothing_overdue(service, notifier):
    service.lend("1", "eve")
    assert service.remind_overdue() == 0
    assert notifier.sent == []


def test_repository_is_abstract():
    with pytest.raises(TypeError):
        LoanRepository()


def test_extend(service, loans):
    service.lend("1", "eve")
    service.extend("1", days=7)
    assert loans.find("1").due == date(2024, 3, 12)


def test_extend_overdue(service, clock):
    service.lend("1", "eve")
    clock.move_to(date(2024, 3, 6))
    with pytest.raises(ValueError, match="overdue"):
        service.extend("1", days=7)
