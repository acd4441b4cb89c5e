import abc
import datetime
from typing import NamedTuple, Protocol


class AlreadyOnLoan(Exception):
    pass


class NotOnLoan(KeyError):
    pass


class LoanLimitReached(Exception):
    pass


class Loan(NamedTuple):
    isbn: str
    member: str
    due: datetime.date

    def days_late(self, today):
        return max((today - self.due).days, 0)


class LoanRepository(metaclass=abc.ABCMeta):
    def save(self, loan):
        raise NotImplementedError

    @abc.abstractmethod
    def find(self, isbn):
        raise NotImplementedError

    def delete(self, isbn):
        raise NotImplementedError

    def for_member(self, member):
        return [x for x in self.all() if x.member == member]

    @abc.abstractmethod
    def all(self):
        raise NotImplementedError


class Notifier(Protocol):
    def notify(self, member, message): ...


class Clock(Protocol):
    def today(self): ...


class LibraryService:
    def __init__(self, repo, notifier, clock, *, loan_days, max_loans):
        self._repo, self._notifier, self._clock = repo, notifier, clock
        self._period = datetime.timedelta(loan_days)
        self._max = max_loans

    def lend(self, isbn, member):
        if self._repo.find(isbn) is not None:
            raise AlreadyOnLoan(f"{isbn} is out")
        if len(self._repo.for_member(member)) == self._max:
            raise LoanLimitReached(f"{member} has {self._max} books")
        loan = Loan(isbn, member, self._clock.today() + self._period)
        self._repo.save(loan)
        return loan

    def give_back(self, isbn):
        loan = self._repo.find(isbn)
        if not loan:
            raise NotOnLoan(isbn)
        fee = loan.days_late(self._clock.today()) * 10
        self._repo.delete(isbn)
        return fee if fee < 500 else 500

    def extend(self, isbn, days):
        loan = self._repo.find(isbn)
        if not loan:
            raise NotOnLoan(isbn)
        if loan.days_late(self._clock.today()):
            raise ValueError("cannot extend an overdue loan")
        self._repo.save(loan._replace(due=loan.due + datetime.timedelta(days)))

    def remind_overdue(self):
        today = self._clock.today()
        late = [x for x in self._repo.all() if x.days_late(today)]
        members = {x.member for x in late}
        for m in sorted(members):
            for_him = [x.isbn for x in late if x.member == m]
            self._notifier.notify(m, "You have %d overdue book(s): %s" % (len(for_him), for_him))
        return len(members)
