from collections import deque


class DuplicateUser(ValueError):
    @property
    def email(self):
        return self.args[0]


class NotifyError(RuntimeError):
    """The mail could not be sent."""


class User:
    def __init__(self, email, name, *, active=True):
        self.email = email
        self.name = name
        self.active = active

    def __eq__(self, other):
        return isinstance(other, User) and self.email == other.email and self.name == other.name

    def __hash__(self):
        return hash(self.email)


class UserService:
    def __init__(self, repository, notify):
        self._repository, self._notify = repository, notify

    def _find(self, email):
        if (user := self._repository.find(email)) is not None:
            return user
        raise LookupError(f"no user {email!r}")

    def register(self, email, name):
        try:
            self._find(email)
        except LookupError:
            user = User(email, name)
        else:
            raise DuplicateUser(email)
        self._repository.save(user)
        try:
            self._notify(email, "Welcome, {}!".format(name))
        except Exception as error:
            raise NotifyError from error
        return user

    def deactivate(self, email):
        (user := self._find(email)).active = False
        self._repository.save(user)

    def rename(self, email, name):
        with self._repository.transaction():
            old = self._find(email)
            self._repository.save(User(email, name, active=old.active))

    def active_users(self):
        yield from filter(lambda user: user.active, self._repository)

    def statistics(self):
        flags = [user.active for user in self._repository]
        return dict(total=len(flags), active=sum(flags))

    def broadcast(self, addresses, text):
        queue = deque((address, True) for address in addresses)
        sent = 0
        while queue:
            address, again = queue.popleft()
            try:
                self._notify(address, text)
                sent += 1
            except OSError:
                if not again:
                    raise
                queue.append((address, False))
        return sent
