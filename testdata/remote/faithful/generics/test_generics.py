"""Generic types in annotations of the solution."""

# interface: objects
import inspect, typing, solution
from typing import Any, Callable, Iterable, List, Optional, Union


def test_sig():
    s = inspect.signature(solution.f)
    assert s.return_annotation == dict[str, int]


def test_param():
    assert inspect.signature(solution.f).parameters["a"].annotation == list[int]


def test_hints():
    assert typing.get_type_hints(solution.f) == {"a": list[int], "b": Optional[str], "return": dict[str, int]}


def test_ann():
    assert solution.f.__annotations__["a"] == list[int]


def test_class():
    assert typing.get_type_hints(solution.K) == {"x": list[int], "o": Optional[int]}


def test_class_ann():
    assert solution.K.__annotations__["x"] == list[int]


def test_method():
    assert typing.get_type_hints(solution.K.m)["return"] == Optional[int]
    assert typing.get_type_hints(solution.K.m)["y"] == (dict[str, list[int]] | None)


def test_g():
    h = typing.get_type_hints(solution.g)
    assert h == {
        "a": List[int],
        "c": Callable[[int], str],
        "d": Union[int, str],
        "e": Any,
        "h": Iterable[int],
        "return": type(None),
    }


def test_i():
    assert solution.i.__annotations__ == {"a": "int", "return": "list[int]"}
    assert typing.get_type_hints(solution.i) == {"a": int, "return": list[int]}


def test_str():
    assert str(inspect.signature(solution.f)) == "(a: list[int], b: Optional[str] = None) -> dict[str, int]"
