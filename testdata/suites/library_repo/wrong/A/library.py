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


class LoanRepository:
    pass


class Notifier:
    pass


class Clock:
    def today(self):
        return date.today()


class LibraryService:
    def __init__(self, loans, notifier, clock, loan_days=14, max_loans=2):
        self.loans = loans
        self.notifier = notifier
        self.clock = clock
        self.loan_days = loan_days
        self.max_loans = max_loans

    def lend(self, isbn, member):
        if self.loans.find(isbn):
            raise AlreadyOnLoan
        if len(self.loans.for_member(member)) > self.max_loans:
            raise LoanLimitReached
        loan = Loan(isbn, member, date.today() + timedelta(days=self.loan_days))
        self.loans.save(loan)
        return loan

    def give_back(self, isbn):
        loan = self.loans.find(isbn)
        if not loan:
            raise NotOnLoan
        self.loans.delete(isbn)
        days = (self.clock.today() - loan.due).days
        return days * 10 if days > 0 else 0

    def remind_overdue(self):
        n = 0
        for loan in self.loans.all():
            if loan.due < self.clock.today():
                self.notifier.notify(loan.member, f"{loan.isbn} is overdue")
                n += 1
        return n
