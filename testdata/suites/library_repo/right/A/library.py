from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta


class LibraryError(Exception):
    pass


class AlreadyOnLoan(LibraryError):
    pass


class NotOnLoan(LibraryError):
    pass


class LoanLimitReached(LibraryError):
    pass


@dataclass(frozen=True)
class Loan:
    isbn: str
    member: str
    due: date


class LoanRepository(ABC):
    @abstractmethod
    def save(self, loan): ...

    @abstractmethod
    def find(self, isbn): ...

    @abstractmethod
    def delete(self, isbn): ...

    @abstractmethod
    def for_member(self, member): ...

    @abstractmethod
    def all(self): ...


class Notifier(ABC):
    @abstractmethod
    def notify(self, member, message): ...


class Clock(ABC):
    @abstractmethod
    def today(self): ...


class LibraryService:
    FEE = 10
    MAX_FEE = 500

    def __init__(self, loans, notifier, clock, loan_days=14, max_loans=5):
        self.loans = loans
        self.notifier = notifier
        self.clock = clock
        self.loan_days = loan_days
        self.max_loans = max_loans

    def _get(self, isbn):
        loan = self.loans.find(isbn)
        if loan is None:
            raise NotOnLoan(isbn)
        return loan

    def lend(self, isbn, member):
        if self.loans.find(isbn):
            raise AlreadyOnLoan(isbn)
        if len(self.loans.for_member(member)) >= self.max_loans:
            raise LoanLimitReached(member)
        loan = Loan(isbn, member, self.clock.today() + timedelta(days=self.loan_days))
        self.loans.save(loan)
        return loan

    def give_back(self, isbn):
        loan = self._get(isbn)
        self.loans.delete(isbn)
        late = (self.clock.today() - loan.due).days
        return min(self.MAX_FEE, max(0, late) * self.FEE)

    def extend(self, isbn, days):
        loan = self._get(isbn)
        if loan.due < self.clock.today():
            raise ValueError("loan is overdue")
        self.loans.save(replace(loan, due=loan.due + timedelta(days=days)))

    def remind_overdue(self):
        late = defaultdict(list)
        for loan in self.loans.all():
            if loan.due < self.clock.today():
                late[loan.member].append(loan.isbn)
        for member, isbns in late.items():
            self.notifier.notify(member, "These are overdue: " + ", ".join(isbns))
        return len(late)
