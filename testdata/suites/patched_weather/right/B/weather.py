import datetime as dt
import json
import os
from collections import namedtuple
from urllib.parse import urlencode

UNITS = dict(celsius="\N{DEGREE SIGN}C")


class WeatherError(RuntimeError):
    """Anything that goes wrong."""


def fetch(url):
    from urllib.request import urlopen
    return urlopen(url).read()


now = dt.datetime.now


class Forecast(namedtuple("Forecast", ["city", "temp", "sky"])):
    __slots__ = ()

    def line(self):
        return "{0.city}: {0.temp}{unit}, {0.sky}".format(self, unit=UNITS["celsius"])


def api_key():
    key = os.getenv("WEATHER_KEY")
    if key is None:
        raise WeatherError("please set WEATHER_KEY")
    return key


class WeatherClient(object):
    BASE = "https://api.example.com"

    def __init__(self, key):
        self.key = key
        self.known = {}

    def _url(self, path, **query):
        return self.BASE + "/" + path + "?" + urlencode({**query, "key": self.key})

    def current(self, city):
        if city in self.known and now() - self.known[city][1] < dt.timedelta(minutes=10):
            return self.known[city][0]
        try:
            text = fetch(self._url("current", city=city))
            answer = json.loads(text)
        except OSError as e:
            raise WeatherError(f"network: {e}") from e
        except json.JSONDecodeError as e:
            raise WeatherError("bad answer") from e
        self.known[city] = (Forecast(city=city, **answer), now())
        return self.known[city][0]


def summary(city):
    try:
        key = api_key()
    except WeatherError:
        key = ""
    client = WeatherClient(key)
    return client.current(city).line()


def warmest(cities, client):
    best = None
    for forecast in map(client.current, cities):
        if best is None or forecast.temp > best.temp:
            best = forecast
    return best
