import typing, collections.abc
from typing import List, Optional, Union, Callable, Any, Iterable


class K:
    x: list[int]
    o: Optional[int] = None

    def m(self, y: dict[str, list[int]] | None = None) -> Optional[int]:
        ...


def f(a: list[int], b: Optional[str] = None) -> dict[str, int]:
    return {}


def g(a: List[int], c: Callable[[int], str], d: Union[int, str], e: Any, h: Iterable[int]) -> None:
    ...


def i(a: "int") -> "list[int]":
    ...
