LIMIT = 10


def average(numbers):
    return sum(numbers) / len(numbers)


class Mailer:
    RETRIES = 3

    def __init__(self, host="localhost"):
        self.host = host

    def _connect(self):
        raise OSError("no network")

    def deliver(self, to, text=""):
        for _ in range(self.RETRIES):
            try:
                self._connect()
            except OSError:
                continue
            return True
        return False


class Newsletter:
    def __init__(self, mailer):
        self.mailer = mailer

    def send(self, text, addresses):
        return [self.mailer.deliver(a, text) for a in addresses]


class Sensor:
    def __init__(self):
        self.values = []

    @property
    def unit(self):
        return "C"

    def read(self):
        raise NotImplementedError

    def sample(self, n):
        for _ in range(min(n, LIMIT)):
            self.values.append(self.read())

    def summary(self):
        return f"mean {average(self.values)}"

    def label(self):
        return f"Sensor [{self.unit}]"


def notify(text):
    Newsletter(Mailer(host="localhost")).send(text, [])
