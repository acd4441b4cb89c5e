"""Without the copy module: a recursive copy with a memo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

DEFAULT_LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


def shallow_copy(value: Any) -> Any:
    return type(value)(value)


def deep_copy(value: Any, _done: dict[int, Any] | None = None) -> Any:
    done = {} if _done is None else _done
    if id(value) in done:
        return done[id(value)]
    match value:
        case dict():
            result = done[id(value)] = {}
            for key, part in value.items():
                result[key] = deep_copy(part, done)
        case list():
            result = done[id(value)] = []
            result.extend(deep_copy(part, done) for part in value)
        case set():
            result = done[id(value)] = set(value)
        case tuple():
            result = done[id(value)] = tuple(deep_copy(part, done) for part in value)
        case _:
            result = value
    return result


def make_history(config: dict) -> dict[str, Callable]:
    return History(config).functions()


class History:
    """The saved states of one configuration."""

    def __init__(self, config: dict) -> None:
        self.config = config
        self.states: list[dict] = []

    def save(self) -> None:
        self.states.append(deep_copy(self.config))

    def undo(self) -> bool:
        if not self.states:
            return False
        state = self.states.pop()
        done = {id(state): self.config}
        self.config.clear()
        for key, part in state.items():
            self.config[key] = deep_copy(part, done)
        return True

    def saved(self) -> list[dict]:
        return [deep_copy(state) for state in self.states]

    def functions(self) -> dict[str, Callable]:
        return {"save": self.save, "undo": self.undo, "saved": self.saved}


def new_service(
    name: str, tags: Iterable[str] | None = None, limits: dict | None = None
) -> dict:
    service = {"name": name, "tags": [], "limits": deep_copy(DEFAULT_LIMITS)}
    if tags is not None:
        service["tags"].extend(tags)
    if limits is not None:
        service["limits"].update(deep_copy(limits))
    return service


def page(rows: list, start: int, stop: int) -> list:
    done: dict[int, Any] = {}
    return [deep_copy(row, done) for row in rows[start:stop]]


def refill(target: list, source: Iterable) -> None:
    elements = list(source)
    target.clear()
    target.extend(elements)
