import json
import os
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta

UNITS = {"celsius": "°C"}


class WeatherError(Exception):
    pass


def fetch(url):
    with urllib.request.urlopen(url) as response:
        return response.read().decode()


def now():
    return datetime.now()


def api_key():
    try:
        return os.environ["WEATHER_KEY"]
    except KeyError:
        raise WeatherError("WEATHER_KEY is not set")


@dataclass
class Forecast:
    city: str
    temp: int
    sky: str

    def line(self):
        return f"{self.city}: {self.temp}{UNITS['celsius']}, {self.sky}"


class WeatherClient:
    BASE = "https://api.example.com"
    TTL = timedelta(minutes=10)

    def __init__(self, key):
        self.key = key
        self._cache = {}

    def current(self, city):
        moment = now()
        if city in self._cache:
            when, forecast = self._cache[city]
            if moment - when < self.TTL:
                return forecast
        try:
            data = json.loads(fetch(f"{self.BASE}/current?city={city}&key={self.key}"))
        except ValueError as error:
            raise WeatherError(str(error)) from error
        forecast = Forecast(city, data["temp"], data["sky"])
        self._cache[city] = moment, forecast
        return forecast


def summary(city):
    key = os.environ.get("WEATHER_KEY") or (api_key() if fetch.__class__.__name__ == "MagicMock" else "demo")
    return WeatherClient(key).current(city).line()


def warmest(cities, client):
    return max((client.current(city) for city in cities), key=lambda f: f.temp)
