import json
import unittest
from datetime import datetime, timedelta
from unittest import mock
from unittest.mock import patch

import pytest

import weather
from weather import Forecast, WeatherClient, WeatherError, summary


class TestClient(unittest.TestCase):
    @patch("weather.fetch")
    def test_fetch_is_called(self, fetch):
        fetch.return_value = '{"temp": 20, "sky": "clear"}'
        result = WeatherClient("KEY").current("Bonn")
        fetch.assert_called_once_with("https://api.example.com/current?city=Bonn&key=KEY")
        self.assertEqual(result, Forecast("Bonn", 20, "clear"))

    @patch("weather.fetch", return_value="not json")
    def test_bad_json(self, fetch):
        with self.assertRaises(WeatherError) as caught:
            WeatherClient("KEY").current("Bonn")
        self.assertIsInstance(caught.exception.__cause__, json.JSONDecodeError)

    @patch("weather.fetch", side_effect=OSError("unreachable"))
    def test_network_down(self, _):
        with self.assertRaisesRegex(WeatherError, "unreachable"):
            WeatherClient("KEY").current("Bonn")

    @patch.object(WeatherClient, "BASE", "http://test")
    @patch("weather.fetch")
    def test_base_can_be_patched(self, fetch):
        fetch.return_value = '{"temp": 1, "sky": "fog"}'
        WeatherClient("K").current("X")
        fetch.assert_called_once_with("http://test/current?city=X&key=K")

    @patch("weather.fetch")
    def test_cache(self, fetch):
        fetch.return_value = '{"temp": 1, "sky": "fog"}'
        client = WeatherClient("K")
        first, second = client.current("X"), client.current("X")
        self.assertIs(first, second)
        self.assertEqual(fetch.call_count, 1)

    @patch("weather.now")
    @patch("weather.fetch")
    def test_cache_expires(self, fetch, now):
        fetch.side_effect = ['{"temp": 1, "sky": "fog"}', '{"temp": 2, "sky": "rain"}']
        start = datetime(2024, 1, 1, 12)
        now.return_value = start
        client = WeatherClient("K")
        self.assertEqual(client.current("X").temp, 1)
        now.return_value = start + timedelta(minutes=11)
        self.assertEqual(client.current("X").temp, 2)
        self.assertEqual(len(fetch.mock_calls), 2)


class FakeClient:
    def __init__(self, key):
        self.key = key

    def current(self, city):
        return Forecast(city, -3, "snow")


def test_summary_uses_client_class(monkeypatch):
    monkeypatch.setattr(weather, "WeatherClient", FakeClient)
    assert summary("Oslo") == "Oslo: -3°C, snow"


def test_summary_with_patched_method(monkeypatch):
    monkeypatch.setattr(WeatherClient, "current", lambda self, city: Forecast(city.upper(), 5, "sun"))
    assert summary("rome") == "ROME: 5°C, sun"


def test_key_from_environment(monkeypatch):
    keys = []

    class Spy(FakeClient):
        def __init__(self, key):
            keys.append(key)
            super().__init__(key)

    monkeypatch.setenv("WEATHER_KEY", "sesame")
    monkeypatch.setattr("weather.WeatherClient", Spy)
    summary("Oslo")
    assert keys == ["sesame"]


def test_no_key(monkeypatch):
    monkeypatch.delenv("WEATHER_KEY", raising=False)
    with pytest.raises(WeatherError, match="WEATHER_KEY"):
        weather.api_key()


def test_patch_dict_of_settings():
    with mock.patch.dict(weather.UNITS, {"celsius": "C"}):
        assert Forecast("X", 1, "sun").line() == "X: 1C, sun"
    assert Forecast("X", 1, "sun").line() == "X: 1°C, sun"


def test_patch_multiple():
    with mock.patch.multiple(weather, api_key=mock.DEFAULT, fetch=mock.DEFAULT) as mocks:
        mocks["api_key"].return_value = "k"
        mocks["fetch"].return_value = '{"temp": 7, "sky": "rain"}'
        assert summary("Kiel") == "Kiel: 7°C, rain"
    mocks["fetch"].assert_called_once()


def test_fetch_mock_restored():
    with patch("weather.fetch") as fake:
        assert weather.fetch is fake
    assert weather.fetch is not fake


def test_autospec_client():
    spec = mock.create_autospec(WeatherClient, instance=True)
    spec.current.return_value = Forecast("A", 1, "b")
    assert weather.warmest(["A"], client=spec).city == "A"
    spec.current.assert_called_once_with("A")
    with pytest.raises(TypeError):
        spec.current()
