from dataclasses import dataclass


class DuplicateUser(Exception):
    def __init__(self, email):
        super().__init__(f"{email} is taken")
        self.email = email


class NotifyError(Exception):
    pass


@dataclass
class User:
    email: str
    name: str
    active: bool = True


class UserService:
    def __init__(self, repository, notify):
        self.repository = repository
        self.notify = notify

    def register(self, email, name):
        if self.repository.find(email) is not None:
            raise DuplicateUser(email)
        user = User(email, name)
        self.repository.save(user)
        try:
            self.notify(to=email, text=f"Welcome, {name}!")
        except OSError as error:
            raise NotifyError(email) from error
        return user

    def deactivate(self, email):
        user = self.repository.find(email)
        if user is None:
            raise LookupError(email)
        user.active = False
        self.repository.save(user)

    def rename(self, email, name):
        with self.repository.transaction():
            user = self.repository.find(email)
            user.name = name
            self.repository.save(user)

    def active_users(self):
        return [user for user in self.repository if user.active]

    def statistics(self):
        return {"total": len(self.repository), "active": len(self.active_users())}

    def broadcast(self, addresses, text):
        failed = []
        for address in addresses:
            try:
                self.notify(address, text)
            except OSError:
                failed.append(address)
        for address in failed:
            self.notify(address, text)
        return len(addresses)
