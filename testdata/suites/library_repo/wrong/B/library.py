from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta


class AlreadyOnLoan(Exception):
    pass


class NotOnLoan(Exception):
    pass


class LoanLimitReached(Exception):
    pass


@dataclass
class Loan:
    isbn: str
    member: str
    due: date


class LoanRepository(ABC):
    @abstractmethod
    def save(self, loan): ...

    @abstractmethod
    def find(self, isbn): ...


class Notifier(ABC):
    @abstractmethod
    def notify(self, member, message): ...


class Clock(ABC):
    @abstractmethod
    def today(self): ...


class LibraryService:
    def __init__(self, loans, notifier, clock, loan_days=14, max_loans=2):
        self.loans, self.notifier, self.clock = loans, notifier, clock
        self.loan_days, self.max_loans = loan_days, max_loans

    def lend(self, isbn, member):
        if self.loans.find(isbn):
            raise AlreadyOnLoan(isbn)
        if len(self.loans.for_member(member)) >= self.max_loans:
            raise LoanLimitReached(member)
        loan = Loan(isbn, member, self.clock.today() + timedelta(days=self.loan_days))
        self.loans.save(loan)
        return loan

    def give_back(self, isbn):
        loan = self.loans.find(isbn)
        late = (self.clock.today() - loan.due).days
        if late < 0:
            late = 0
        self.loans.delete(isbn)
        return min(late * 10, 500)

    def extend(self, isbn, days):
        loan = self.loans.find(isbn)
        loan.due += timedelta(days=days)

    def remind_overdue(self):
        members = {l.member for l in self.loans.all() if l.due <= self.clock.today()}
        for m in members:
            self.notifier.notify(m, "You have overdue books")
        return len(members)
