"""One account is used all the way through this file."""
import solution
from solution import Session

session = Session("ann")
seen = []


def test_starts_logged_out():
    assert not session.active
    assert solution.open_sessions() == []


def test_login():
    session.login("secret")
    assert session.active
    seen.append(session.token)


def test_still_logged_in():
    assert session.active
    assert solution.open_sessions() == [session]


def test_second_login_gives_a_new_token():
    session.login("secret")
    assert session.token not in seen
    seen.append(session.token)


def test_tokens_so_far():
    assert len(seen) == 2
    assert session.tokens == seen


def test_module_counter():
    assert solution.logins == 2


def test_logout():
    session.logout()
    assert not session.active
    assert solution.open_sessions() == []


def test_history_of_everything():
    assert session.history == ["login", "login", "logout"]
