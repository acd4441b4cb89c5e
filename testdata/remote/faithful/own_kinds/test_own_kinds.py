"""Objects of the tests' own kinds of containers and files, and the environment."""

# interface: objects
import io
import os

import solution


class Default(dict):
    def __missing__(self, key):
        return len(key)


class Logged(dict):
    def __init__(self):
        self.set = []

    def __setitem__(self, key, value):
        self.set.append(key)
        super().__setitem__(key, value)


class Tenfold(list):
    def append(self, number):
        super().append(10 * number)


class Numbers(set):
    pass


class Slow(io.BytesIO):
    def read(self, size=-1):
        return super().read(min(size, 5))


def test_a_dict_with_a_default():
    assert solution.evaluate(["abc", "de"], Default(de=7)) == [3, 7]


def test_a_dict_that_is_changed():
    logged = Logged()
    assert solution.fill(logged) == (2, ["x", "y"], [("x", 1), ("y", 2)], 5, True)
    assert logged == {"x": 1, "y": 2} and logged.set == ["x"]


def test_a_dict_that_is_shown():
    assert solution.shown(Default(b=2)) == (True, {"b": 2}, '{"b": 2}', {"b": 2, "a": 1})


def test_a_list():
    tenfold = Tenfold([1, 2])
    assert solution.push(tenfold) == (4, 4, [2, 30, 4], [9, 2, 30, 4], [2, 4, 9, 30], True)
    assert tenfold == [9, 2, 30, 4]


def test_a_set():
    numbers = Numbers({1, 2})
    assert solution.merged(numbers) == ({1, 4}, True, 3) and numbers == {1, 2, 4}


def test_a_file():
    assert solution.read(Slow(b"hello world\nline\nx")) == (b"hello", b" world\n", [b"line\n", b"x"])


def test_the_solution_sets_the_environment(monkeypatch):
    monkeypatch.setenv("GIVEN", "1")
    monkeypatch.setenv("GONE", "x")
    assert solution.load() == "1"
    assert os.environ["MODE"] == "production" and "GONE" not in os.environ
