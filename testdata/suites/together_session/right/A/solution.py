import itertools

logins = 0
_numbers = itertools.count(1)
_open = []


class Session:
    def __init__(self, user):
        self.user = user
        self.tokens = []
        self.history = []

    @property
    def active(self):
        return self in _open

    @property
    def token(self):
        return self.tokens[-1]

    def login(self, password):
        global logins
        logins += 1
        self.tokens.append(f"{self.user}-{next(_numbers)}")
        self.history.append("login")
        if self not in _open:
            _open.append(self)

    def logout(self):
        _open.remove(self)
        self.history.append("logout")


def open_sessions():
    return list(_open)
