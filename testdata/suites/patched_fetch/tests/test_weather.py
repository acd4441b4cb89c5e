from unittest import mock
from unittest.mock import patch

import pytest

import solution
from solution import Client, Forecast


def test_monkeypatched_function(monkeypatch):
    monkeypatch.setattr(solution, "fetch", lambda city: {"temp": 21, "city": city})
    assert solution.report("Rome") == "Rome: 21°"


def test_monkeypatched_by_name(monkeypatch):
    monkeypatch.setattr("solution.fetch", lambda city: {"temp": -3, "city": city.upper()})
    assert solution.report("Oslo") == "OSLO: -3°"


def test_patch_as_context_manager():
    with patch("solution.fetch", return_value={"temp": 1, "city": "X"}) as fake:
        solution.report("Bern")
    fake.assert_called_once_with("Bern")


@patch("solution.fetch")
def test_patch_as_decorator(fake):
    fake.side_effect = [{"temp": 5, "city": "a"}, {"temp": 9, "city": "b"}]
    assert solution.warmest(["a", "b"]) == "b"
    assert fake.call_count == 2


@patch("solution.fetch", side_effect=TimeoutError)
def test_error_becomes_a_message(fake):
    assert solution.report("Rome") == "Rome: no answer"


def test_patch_is_undone():
    with pytest.raises(NotImplementedError):
        solution.fetch("Rome")


def test_constant_can_be_patched(monkeypatch):
    monkeypatch.setattr(solution, "UNIT", " degrees")
    monkeypatch.setattr(solution, "fetch", lambda city: {"temp": 2, "city": city})
    assert solution.report("Rome") == "Rome: 2 degrees"


def test_patch_object_method():
    with patch.object(Client, "get", return_value="cloudy") as get:
        assert Forecast(Client()).today() == "Today: cloudy"
    get.assert_called_once_with("/today")


def test_patch_object_with_autospec():
    with patch.object(Client, "get", autospec=True, side_effect=lambda self, path: path * 2) as get:
        client = Client()
        assert Forecast(client).today() == "Today: /today/today"
        get.assert_called_once_with(client, "/today")


def test_patch_an_instance():
    client = Client()
    client.get = mock.Mock(return_value="sun")
    assert Forecast(client).today() == "Today: sun"


def test_class_replaced(monkeypatch):
    class FakeClient:
        def get(self, path):
            return "fake " + path

    monkeypatch.setattr(solution, "Client", FakeClient)
    assert Forecast().today() == "Today: fake /today"


def test_patch_dict():
    with patch.dict(solution.CACHE, {"Rome": {"temp": 40, "city": "Rome"}}):
        assert solution.report("Rome") == "Rome: 40°"
    assert "Rome" not in solution.CACHE
