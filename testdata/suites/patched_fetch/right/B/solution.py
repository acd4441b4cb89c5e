"""Weather, as far as somebody else fetches it."""
from dataclasses import dataclass, field
from typing import Any

UNIT = "\N{DEGREE SIGN}"
CACHE: dict[str, dict] = {}


class Client:
    base = "https://example.invalid"

    def get(self, path: str) -> str:
        raise NotImplementedError(self.base + path)


def fetch(city: str) -> dict:
    raise NotImplementedError(city)


def _temperature(city: str) -> tuple[str, int]:
    found = CACHE.get(city) or fetch(city)
    return found["city"], found["temp"]


def report(city: str) -> str:
    try:
        return "{}: {}{}".format(*_temperature(city), UNIT)
    except TimeoutError:
        return city + ": no answer"


def warmest(cities: list[str]) -> str:
    pairs = [(_temperature(city)[1], city) for city in cities]
    pairs.sort(reverse=True)
    return pairs[0][1]


@dataclass
class Forecast:
    client: Any = field(default_factory=lambda: Client())

    def today(self) -> str:
        return "Today: " + self.client.get("/today")
