import unittest
from unittest.mock import ANY, MagicMock, Mock, call

from solution import DuplicateUser, NotifyError, User, UserService


class InMemoryRepository:
    """Stands in for the database."""

    def __init__(self, *users):
        self.users = {u.email: u for u in users}

    def find(self, email):
        return self.users.get(email)

    def save(self, user):
        self.users[user.email] = user

    def __len__(self):
        return len(self.users)

    def __iter__(self):
        return iter(self.users.values())


class WithFakes(unittest.TestCase):
    def setUp(self):
        self.repository = InMemoryRepository()
        self.sent = []
        self.service = UserService(self.repository, notify=lambda to, text: self.sent.append((to, text)))

    def test_register_saves(self):
        user = self.service.register("ann@x.org", "Ann")
        self.assertIsInstance(user, User)
        self.assertIs(self.repository.find("ann@x.org"), user)
        self.assertEqual(self.sent, [("ann@x.org", "Welcome, Ann!")])

    def test_duplicate(self):
        self.service.register("ann@x.org", "Ann")
        with self.assertRaises(DuplicateUser) as caught:
            self.service.register("ann@x.org", "Other")
        self.assertEqual(caught.exception.email, "ann@x.org")
        self.assertEqual(len(self.sent), 1)

    def test_statistics_iterate_the_repository(self):
        for name in ("Ann", "Bob"):
            self.service.register(f"{name}@x.org", name)
        self.service.deactivate("Bob@x.org")
        self.assertEqual(self.service.statistics(), {"total": 2, "active": 1})

    def test_prepared_repository(self):
        repository = InMemoryRepository(User("a@b", "A"), User("c@d", "C", active=False))
        service = UserService(repository, notify=print)
        self.assertEqual([u.name for u in service.active_users()], ["A"])


class WithMocks(unittest.TestCase):
    def setUp(self):
        self.repository = Mock()
        self.repository.find.return_value = None
        self.notify = Mock()
        self.service = UserService(self.repository, self.notify)

    def test_calls(self):
        user = self.service.register("a@b", "A")
        self.repository.find.assert_called_once_with("a@b")
        self.repository.save.assert_called_once_with(user)
        self.notify.assert_called_once_with("a@b", "Welcome, A!")

    def test_order_of_calls(self):
        self.service.register("a@b", "A")
        self.assertEqual(self.repository.method_calls, [call.find("a@b"), call.save(ANY)])
        self.assertEqual(self.repository.save.call_args.args[0].name, "A")

    def test_failed_notification_is_chained(self):
        self.notify.side_effect = ConnectionError("smtp down")
        with self.assertRaises(NotifyError) as caught:
            self.service.register("a@b", "A")
        self.assertIs(caught.exception.__cause__, self.notify.side_effect)
        self.repository.save.assert_called_once()

    def test_deactivate_unknown(self):
        with self.assertRaises(LookupError):
            self.service.deactivate("no@body")
        self.repository.save.assert_not_called()

    def test_batch_retries_failures_once(self):
        self.notify.side_effect = [OSError(), None, None]
        self.assertEqual(self.service.broadcast(["a", "b"], "hi"), 2)
        self.assertEqual(self.notify.mock_calls, [call("a", "hi"), call("b", "hi"), call("a", "hi")])

    def test_transaction_is_a_context_manager(self):
        repository = MagicMock()
        repository.find.return_value = User("a@b", "A")
        UserService(repository, self.notify).rename("a@b", "Anna")
        repository.transaction.assert_called_once_with()
        repository.transaction.return_value.__enter__.assert_called_once()
        repository.transaction.return_value.__exit__.assert_called_once_with(None, None, None)
        self.assertEqual(repository.save.call_args, call(User("a@b", "Anna")))
