from os import environ
import smtplib
from types import SimpleNamespace


class SmtpError(OSError):
    code = property(lambda self: self.args[0])

    def __str__(self):
        return " ".join(map(str, self.args))


class Mailer:
    def __init__(self, host="localhost", port=25):
        self.address = host, port

    def send(self, to, text, *, retries=1):
        with smtplib.SMTP(*self.address) as smtp:
            smtp.sendmail("me@x", to, text)


def nothing(user):
    pass


class Notifier:
    def __init__(self, mailer=None, *, before=nothing, after=nothing):
        self._mailer = mailer or Mailer("localhost", 25)
        self._hooks = before, after

    def kind(self):
        return {True: "mailer", False: "other"}[isinstance(self._mailer, Mailer)]

    def _one(self, user, text):
        before, after = self._hooks
        before(user)
        try:
            self._mailer.send(user, text, retries=3)
        except SmtpError as e:
            return e
        finally:
            after(user)

    def notify(self, users, text):
        outcome = [(user, self._one(user, text)) for user in users]
        return SimpleNamespace(
            sent=[u for u, e in outcome if e is None],
            failed={u: e.code for u, e in outcome if e is not None},
        )


class Config:
    def __init__(self, data):
        self.data = {"host": "localhost", "port": "25", "debug": ""} | data

    host = property(lambda self: environ.get("NOTIFY_HOST", self.data["host"]))
    port = property(lambda self: int(self.data["port"]))

    @property
    def debug(self):
        return bool(self.data["debug"])

    def describe(self):
        if self.debug:
            return "debug"
        return "normal"


def load_config(path):
    with open(path) as file:
        text = file.read()
    data = {}
    for line in text.splitlines():
        key, _, value = line.partition("=")
        data[key] = value
    return Config(data)
