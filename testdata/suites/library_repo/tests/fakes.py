from library import Clock, LoanRepository, Notifier


class InMemoryLoans(LoanRepository):
    def __init__(self):
        self.rows = {}

    def save(self, loan):
        self.rows[loan.isbn] = loan

    def find(self, isbn):
        return self.rows.get(isbn)

    def delete(self, isbn):
        del self.rows[isbn]

    def for_member(self, member):
        return [l for l in self.rows.values() if l.member == member]

    def all(self):
        return list(self.rows.values())


class SpyNotifier(Notifier):
    def __init__(self):
        self.sent = []

    def notify(self, member, message):
        self.sent.append((member, message))


class StoppedClock(Clock):
    def __init__(self, today):
        self._today = today

    def today(self):
        return self._today

    def move_to(self, day):
        self._today = day
