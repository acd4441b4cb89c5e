import collections
import collections.abc
import dataclasses
import io
import threading
import typing
from unittest import mock

import pytest
import solution


def test_functions():
    """A test's function is called there, with name, doc and signature."""
    def join(a, b="-", *rest, sep=" ", **more):
        """Joins."""
        return sep.join([a, b, *rest, *more])
    assert solution.apply(join, "x") == "x -" and solution.apply(join, "x", "y", "z", sep="+", k=1) == "x+y+z+k"
    assert solution.describe(join) == ("join", "Joins.", ["a", "b", "rest", "sep", "more"])
    assert solution.sort(["b", "A", "c"], key=str.lower) == ["A", "b", "c"]
    assert solution.sort([{"n": 2}, {"n": 1}], key=lambda row: row["n"]) == [{"n": 1}, {"n": 2}]


def test_arity_is_checked():
    """A call with too many arguments is a TypeError there."""
    assert solution.too_many(lambda a: a) == "arity"


def test_recursion_through_both_sides():
    """Calls within calls within calls."""
    def back(depth):
        return solution.nested(back, depth)
    assert solution.nested(back, 30) == 0

    @solution.memoize
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
    assert fibonacci(20) == 6765


def test_iterators():
    """A test's iterator is used lazily and goes on where the solution left it."""
    numbers = iter(range(10))
    assert solution.take(numbers, 3) == [0, 1, 2] and next(numbers) == 3

    def generator():
        got = yield 1
        yield got
    assert solution.send(generator()) == "sent"


def test_file_like():
    """Text and binary files, read in blocks and written."""
    text = "".join(f"line {number}\n" for number in range(20_000))
    assert solution.lines(io.StringIO(text)) == text.split("\n")[:-1]
    target = io.BytesIO()
    assert solution.copy(io.BytesIO(b"abcdef\nrest"), target) == b"rest"
    assert target.getvalue() == b"abcdef\n"


def test_classes():
    """A class of the test is a callable."""
    class Point:
        def __init__(self, x):
            self.x = x
    made = solution.build(Point, 3)
    assert isinstance(made, Point) and made.x == 3


def test_own_instances():
    """A test's object offers its public attributes and the protocols of its class, and comes back as itself."""
    class Repository:
        def __init__(self):
            self.name, self.rows, self._secret = "name", {}, "s"

        def save(self, key, value):
            self.rows[key] = value

        def __enter__(self):
            return self

        def __exit__(self, *args):
            self.closed = True

        def __len__(self):
            return len(self.rows)

        def __contains__(self, key):
            return key in self.rows

        def __getitem__(self, key):
            return self.rows[key]

        def __iter__(self):
            return iter(self.rows)

        def __call__(self, word):
            return word.upper()
    repository = Repository()
    assert solution.use(repository) == ([1, True, 1, ["k"]], "CALLED", "changed")
    assert repository.name == "changed" and repository.closed and solution.same(repository) is repository


def test_named_tuples_and_dataclasses():
    """By field."""
    point = collections.namedtuple("Point", "x y")(1, 2)
    assert solution.fields(point) == (3, 1, 2, (1, 2), "Point") and solution.same(point) is point

    @dataclasses.dataclass
    class Pair:
        x: int
        y: int

        def __getitem__(self, index):
            return (self.x, self.y)[index]

        def __len__(self):
            return 2

        def __iter__(self):
            return iter((self.x, self.y))
    assert solution.fields(Pair(1, 2)) == (3, 1, 2, (1, 2), "Pair")


def test_mocks():
    """A mock is one of the test's own objects."""
    mocked = mock.Mock(return_value=5)
    assert solution.apply(mocked, 1, k=2) == 5
    mocked.assert_called_once_with(1, k=2)
    magic = mock.MagicMock(return_value=3)
    assert solution.apply(magic, [1]) == 3 and magic.call_count == 1


def test_exceptions_given_as_types():
    """`on=`: built-in classes and the test's own."""
    class Flaky(Exception):
        pass
    calls = []

    def fail(kind):
        calls.append(kind)
        raise kind("x")
    assert solution.retry(lambda: fail(Flaky), 3, Flaky) == "gave up" and len(calls) == 3
    assert solution.retry(lambda: fail(ValueError), 2, (KeyError, ValueError)) == "gave up"
    with pytest.raises(Flaky):
        solution.retry(lambda: fail(Flaky), 3, KeyError)


def test_sentinel():
    """An object() of the test keeps its identity."""
    missing = object()
    assert solution.same(missing) is missing


def test_a_change_in_a_callback():
    """What a callback is given can be changed by it, and the change is seen after it."""
    items = []
    assert solution.mutate_in_callback(items, lambda given: given.append(2)) == [1, 2]
    assert items == [1, 2]


def test_many_callbacks():
    """Thousands of callbacks over dicts cost what they reach, not what there is."""
    rows = [{"n": -number, "more": [number]} for number in range(2000)]
    assert solution.sort(rows, key=lambda row: row["n"])[0]["n"] == -1999


def test_threads_of_the_test():
    """Several threads call; each gets its own answer."""
    results = {}

    def work(number):
        results[number] = solution.apply(lambda value: value * 2, number)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {0: 0, 1: 2, 2: 4, 3: 6}


def test_assertion_raised_by_hand_is_an_answer():
    """A callback that says `raise AssertionError` may be answered by the solution."""
    def refuse():
        raise AssertionError("no")
    assert solution.retry(refuse, 1, AssertionError) == "gave up"


def test_items_and_attributes_are_set_and_deleted():
    """Indexing and attributes of a test's object, written and deleted."""
    class Table:
        def __init__(self):
            self.rows, self.count, self.spare = {"old": 0}, 1, None

        def __setitem__(self, key, value):
            self.rows[key] = value

        def __delitem__(self, key):
            del self.rows[key]
    table = Table()
    solution.edit(table)
    assert table.rows == {"new": [1]} and table.count == 2 and not hasattr(table, "spare")


def test_callable_objects():
    """An object with __call__ and a bound method are callbacks."""
    class Scale:
        def __init__(self, factor):
            self.factor = factor

        def __call__(self, value):
            return value * self.factor

        def twice(self, value):
            return self(self(value))
    scale = Scale(3)
    assert solution.apply(scale, 2) == 6 and solution.apply(scale.twice, 2) == 18


def test_own_iterator_class():
    """An object with __next__ is used step by step."""
    class Upto:
        def __init__(self, end):
            self.at, self.end = 0, end

        def __iter__(self):
            return self

        def __next__(self):
            if self.at == self.end:
                raise StopIteration
            self.at += 1
            return self.at
    numbers = Upto(3)
    assert solution.each(numbers) == [2, 4, 6] and numbers.at == 3


def test_exception_classes_are_mirrored():
    """A test's exception class is caught there by its base and by itself."""
    class Base(ValueError):
        pass

    class Leaf(Base):
        pass

    def fail():
        raise Leaf("x")
    for kind in (Leaf, Base, ValueError, Exception):
        assert solution.retry(fail, 1, kind) == "gave up"
    with pytest.raises(Leaf):
        solution.retry(fail, 1, TypeError)


def test_file_positions():
    """seek and tell count what the local buffer holds; lines are written."""
    assert solution.seek(io.StringIO("one\ntwo\n")) == ("on", "one\n", 4, True, "")
    assert solution.seek(io.BytesIO(b"one\ntwo\n")) == (b"on", b"one\n", 4, True, b"")
    target = io.StringIO()
    solution.write_lines(target, ["a\n", "b\n"])
    assert target.getvalue() == "a\nb\nprinted\n"


def test_nesting_without_end():
    """Calls within calls without end are a RecursionError, and the test goes on."""
    def back(depth):
        return solution.nested(back, depth)
    with pytest.raises(RecursionError):
        solution.nested(back, 100_000)
    assert solution.nested(back, 3) == 0
    for _ in range(2):  # and the solution may go no deeper by itself than before
        assert 500 < solution.deepest() < 1000


def test_large_arguments():
    """What a test sends may be large: reading it is not the solution's expense."""
    numbers = list(range(300_000))
    assert solution.size(numbers) == 300_000 and solution.size(b"x" * (20 << 20)) == 20 << 20


def test_types_that_are_written():
    """Generic ones, unions and those of typing."""
    assert solution.is_of([1, 2], list[int]) and not solution.is_of([1, "a"], list[int])
    assert solution.is_of(None, int | None) and not solution.is_of("", typing.Optional[int])
    assert solution.is_of({"a": [1.0]}, dict[str, list[float]]) and solution.is_of(3, typing.Any)
    assert solution.is_of([{"a": 1}], typing.List[typing.Dict[str, int]])
    assert solution.is_of("a", typing.Literal["a", "b"]) and not solution.is_of("c", typing.Literal["a", "b"])


def test_annotations_that_are_checked():
    @solution.checked
    def join(parts: list[str], times: "int" = 1, mark: typing.Optional[str] = None):
        return (mark or "").join(parts) * times
    assert join(parts=["a", "b"], mark="-", times=2) == "a-ba-b"
    with pytest.raises(TypeError, match="parts"):
        join(parts=["a", 1])

    class Point:
        x: int
        names: list[str]
    assert solution.fields_of(Point) == {"x": "<class 'int'>", "names": "list[str]"}


def test_below_abstract_classes():
    class Mine(collections.abc.Sequence):
        def __getitem__(self, index):
            return [1, 2][index]

        def __len__(self):
            return 2
    assert solution.sort_of(Mine()) == ["Sequence"] and solution.sort_of(collections.UserDict(a=1)) == ["Mapping"]


def test_throw_as_it_was_written_once():
    def generator():
        try:
            yield 42
        except ZeroDivisionError as error:
            seen.append(str(error))
    seen = []
    with solution.manage(generator()) as value:
        assert value == 42
        raise ZeroDivisionError("by hand")
    assert seen == ["by hand"]


def test_deep_recursion_through_both_sides():
    """A test's function that calls itself by way of the solution goes as deep as in one process."""
    @solution.remember
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    assert fib(300) == 222232244629420445529739893461909967206666939096499764990979600
