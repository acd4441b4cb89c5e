import os
import smtplib
from dataclasses import dataclass, field


class SmtpError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return f"{self.args[0]} {self.args[1]}"


class Mailer:
    def __init__(self, host, port):
        self.host = host
        self.port = port

    def send(self, to, text, retries=0):
        with smtplib.SMTP(self.host, self.port) as connection:
            connection.sendmail("noreply@x", to, text)


@dataclass
class Result:
    sent: list = field(default_factory=list)
    failed: dict = field(default_factory=dict)


class Notifier:
    def __init__(self, mailer=None, before=None, after=None):
        self.mailer = mailer if mailer is not None else Mailer("localhost", 25)
        self.before = before
        self.after = after

    def kind(self):
        return "mailer" if isinstance(self.mailer, Mailer) else "other"

    def notify(self, users, text):
        result = Result()
        for user in users:
            if self.before:
                self.before(user)
            try:
                self.mailer.send(user, text)
            except SmtpError as error:
                result.failed[user] = error.code
            else:
                result.sent.append(user)
            if self.after:
                self.after(user)
        return result


class Config:
    def __init__(self, values):
        self._values = values

    @property
    def host(self):
        return os.environ.get("NOTIFY_HOST") or self._values.get("host", "localhost")

    @property
    def port(self):
        return int(self._values.get("port", 25))

    @property
    def debug(self):
        return self._values.get("debug") == "1"

    def describe(self):
        return "debug" if self.debug else "production"


def load_config(path):
    with open(path) as f:
        return Config(dict(line.strip().split("=", 1) for line in f if "=" in line))
