import statistics
from dataclasses import dataclass, field

average = statistics.mean
LIMIT = 10


class Mailer:
    RETRIES = 3

    def __init__(self, *, host="localhost"):
        self._host = host

    def deliver(self, recipient, text):
        left = self.RETRIES
        while left:
            left -= 1
            try:
                self._connect()
                return True
            except OSError:
                pass
        return False

    def _connect(self):
        raise ConnectionRefusedError(self._host)


@dataclass
class Newsletter:
    mailer: Mailer

    def send(self, text, addresses):
        results = []
        for address in addresses:
            results.append(self.mailer.deliver(address, text))
        return results


@dataclass
class Sensor:
    values: list = field(default_factory=list)
    unit = property(lambda self: "C")

    def read(self):
        return 0

    def sample(self, n):
        self.values += [self.read() for _ in range(n)[:LIMIT]]

    def summary(self):
        return "mean " + str(average(self.values))

    def label(self):
        return "{} [{}]".format(type(self).__name__, self.unit)


def notify(text):
    mailer = Mailer(host="localhost")
    mailer.deliver("admin", text)
