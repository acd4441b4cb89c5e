import os
from unittest import mock
from unittest.mock import MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, sentinel

import pytest

import notifier
from notifier import Config, Mailer, Notifier, SmtpError, load_config


@pytest.fixture
def mailer():
    return create_autospec(Mailer, instance=True, spec_set=True)


def test_notify_sends(mailer):
    Notifier(mailer).notify(["a@x", "b@x"], "hello")
    assert mailer.send.call_args_list == [call("a@x", "hello", retries=3), call("b@x", "hello", retries=3)]


def test_notify_counts_failures(mailer):
    mailer.send.side_effect = [None, SmtpError(550, "no such user"), None]
    result = Notifier(mailer).notify(["a", "b", "c"], "hi")
    assert result.sent == ["a", "c"]
    assert result.failed == {"b": 550}


def test_autospec_checks_signature(mailer):
    with pytest.raises(TypeError):
        mailer.send("only one")
    with pytest.raises(AttributeError):
        mailer.sned("a", "b")


@patch("notifier.Mailer", autospec=True)
def test_default_mailer_is_created(mailer_class):
    Notifier().notify(["a"], "x")
    mailer_class.assert_called_once_with("localhost", 25)
    mailer_class.return_value.send.assert_called_once_with("a", "x", retries=3)


@patch("notifier.smtplib.SMTP")
def test_real_mailer(smtp):
    connection = smtp.return_value.__enter__.return_value
    Mailer("mx", 587).send("a@x", "text")
    smtp.assert_called_once_with("mx", 587)
    connection.sendmail.assert_called_once()
    assert connection.sendmail.call_args.args[1] == "a@x"


@patch.object(Mailer, "send")
def test_patch_object_on_class(send):
    Notifier(Mailer("h", 1)).notify(["z"], "m")
    send.assert_called_once_with("z", "m", retries=3)


def test_patch_object_on_instance():
    mailer = Mailer("h", 1)
    with patch.object(mailer, "send", wraps=lambda *a, **k: None) as send:
        Notifier(mailer).notify(["q"], "m")
    send.assert_called_once()
    assert "send" not in vars(mailer)


def test_property_mock():
    with patch.object(Config, "debug", new_callable=PropertyMock, return_value=True) as debug:
        config = Config({})
        assert config.debug is True
        assert config.describe() == "debug"
    debug.assert_called_with()
    assert Config({}).debug is False


def test_sentinel_passes_through(mailer):
    Notifier(mailer).notify([sentinel.user], sentinel.message)
    args = mailer.send.call_args.args
    assert args[0] is sentinel.user
    assert args[1] is sentinel.message


def test_load_config_with_mock_open():
    m = mock_open(read_data="host=mx\nport=26\n")
    with patch("builtins.open", m):
        config = load_config("/etc/notify.conf")
    m.assert_called_once_with("/etc/notify.conf")
    assert config.host == "mx"
    assert config.port == 26


def test_environment_overrides():
    with patch.dict(os.environ, {"NOTIFY_HOST": "env-host"}):
        assert Config({"host": "file-host"}).host == "env-host"
    assert Config({"host": "file-host"}).host == "file-host"


def test_environment_cleared():
    with patch.dict(os.environ, {}, clear=True):
        assert Config({}).host == "localhost"


def test_attach_mock_order():
    manager = Mock()
    first, second = Mock(), Mock()
    manager.attach_mock(first, "first")
    manager.attach_mock(second, "second")
    n = Notifier(Mock(), before=first, after=second)
    n.notify(["u"], "m")
    assert manager.mock_calls == [call.first("u"), call.second("u")]


def test_magicmock_as_container():
    users = MagicMock()
    users.__iter__.return_value = iter(["a", "b"])
    users.__len__.return_value = 2
    mailer = Mock()
    result = Notifier(mailer).notify(users, "m")
    assert result.sent == ["a", "b"]
    assert mailer.send.call_count == 2


def test_side_effect_function():
    def send(to, text, retries):
        if to.startswith("x"):
            raise SmtpError(500, "x")
        return f"{to}-{retries}"

    mailer = Mock(spec=Mailer)
    mailer.send.side_effect = send
    result = Notifier(mailer).notify(["xa", "b"], "t")
    assert list(result.failed) == ["xa"]


def test_spec_isinstance():
    assert isinstance(create_autospec(Mailer, instance=True), Mailer)
    assert isinstance(Mock(spec=Mailer), Mailer)
    assert Notifier(Mock(spec=Mailer)).kind() == "mailer"
    assert Notifier(Mock()).kind() == "other"


def test_smtp_error():
    e = SmtpError(550, "gone")
    assert e.code == 550
    assert str(e) == "550 gone"
    assert e.args == (550, "gone")


def test_reset_mock(mailer):
    n = Notifier(mailer)
    n.notify(["a"], "1")
    mailer.reset_mock()
    n.notify(["b"], "2")
    mailer.send.assert_called_once_with("b", "2", retries=3)
