class Session:
    everyone = {}

    def __init__(self, user):
        self.user, self.history, self.tokens, self.token = user, [], [], None

    def login(self, password):
        globals()["logins"] += 1
        self.token = hash((self.user, password)) + len(self.tokens)
        self.tokens += [self.token]
        self.history += ["login"]
        Session.everyone[self.user] = self

    def logout(self):
        del Session.everyone[self.user]
        self.history += ["logout"]

    @property
    def active(self):
        return self.user in Session.everyone


logins = 0


def open_sessions():
    return [*Session.everyone.values()]
