import inspect
import pydoc
import types
from unittest import mock

import pytest
import solution
from solution import add, count


@pytest.fixture(autouse=True)
def _fresh():
    """Plain pytest runs all tests in one process."""
    solution.events.clear()
    solution.COUNTER = 0


def test_function():
    """Called with every kind of argument; name, doc, annotations and signature as data."""
    assert add(1) == 6 and add(1, 2, 3, c=4, d=5) == 15
    assert callable(add) and add.__name__ == "add" and add.__qualname__ == "add" and add.__doc__ == "Adds."
    assert add.__module__ == "solution" and add.__annotations__ == {"c": int, "return": int}
    assert str(inspect.signature(add)) == "(a, b=2, *rest, c: int = 3, **others) -> int"


def test_method():
    """A bound method keeps its object."""
    assert solution.box_put(1) == [1] and solution.box_put(2) == [1, 2]


def test_callable_object():
    """An object with __call__."""
    assert solution.make_callable(3)(4) == 12


def test_closure():
    """A function made by a function; the same object gives the same handle."""
    adder = solution.make_adder(10)
    assert adder(5) == 15
    assert solution.add is solution.add and adder is not solution.make_adder(10)


def test_wraps_metadata():
    """What functools.wraps copies from a test's function is there, __wrapped__ is the function itself."""
    def greet(name, loud=False):
        """Says hello."""
        return f"hello {name}"
    wrapped = solution.decorate(greet)
    assert wrapped("x") == ("wrapped", "hello x")
    assert wrapped.__name__ == "greet" and wrapped.__doc__ == "Says hello." and wrapped.__wrapped__ is greet
    assert list(inspect.signature(wrapped).parameters) == ["name", "loud"]
    assert solution.plain_decorate(greet).__name__ == "wrapper"
    assert not hasattr(solution.plain_decorate(greet), "__wrapped__")


def test_binds_as_a_method():
    """A decorated method of a test's class gets its instance."""
    class Counter:
        def __init__(self):
            self.total = 0

        @solution.decorate
        def add(self, amount):
            self.total += amount
            return self.total
    counter = Counter()
    assert counter.add(2) == ("wrapped", 2) and counter.add(3) == ("wrapped", 5) and counter.total == 5


def test_generator():
    """next, send, throw, close; lazily; a GeneratorType."""
    generator = count(5)
    assert isinstance(generator, types.GeneratorType) and inspect.isgenerator(generator)
    assert next(generator) == 5 and next(generator) == 6 and generator.send(10) == 10
    assert generator.throw(ValueError("stop")) == "caught"
    with pytest.raises(StopIteration) as stopped:
        next(generator)
    assert stopped.value.value == "returned"
    assert solution.events == ["closed"]


def test_generator_closed():
    """close() runs the candidate's finally."""
    generator = count(1)
    next(generator)
    generator.close()
    assert solution.events == ["closed"]


def test_generator_is_lazy():
    """Nothing is read ahead."""
    generator = solution.squares([1, 2, 3])
    assert solution.events == []
    assert next(generator) == 1 and solution.events == [1]


def test_generator_over_a_test_generator():
    """A test's generator is consumed one element at a time."""
    taken = []

    def source():
        for number in range(100):
            taken.append(number)
            yield number
    generator = solution.squares(source())
    assert [next(generator), next(generator)] == [0, 1] and taken == [0, 1]


def test_iterator():
    """An iterator is used up, an iterable is not."""
    iterator = solution.numbers()
    assert iter(iterator) is iterator and list(iterator) == [1, 2, 3] and list(iterator) == []


def test_iterable():
    """An object with __iter__ can be gone over again."""
    countdown = solution.countdown(3)
    assert list(countdown) == [3, 2, 1] and list(countdown) == [3, 2, 1] and sum(countdown) == 6


def test_context_manager():
    """enter, exit, with and without an exception."""
    with solution.opened("a") as name:
        assert name == "A"
    with solution.opened("b"):
        raise KeyError("swallowed by the solution")
    assert solution.events == ["open a", "close a", "open b", "swallowed", "close b"]
    with pytest.raises(IndexError):
        with solution.manager():
            raise IndexError
    with solution.manager():
        1 / 0


def test_module():
    """The solution's own module and one that it imported; attributes are read when they are used."""
    assert solution.COUNTER == 0
    solution.bump()
    assert solution.COUNTER == 1
    assert solution.math.sqrt(4) == 2.0 and solution.__name__ == "solution"
    with pytest.raises(AttributeError):
        solution.missing
    with pytest.raises(ImportError):
        from solution import absent  # noqa: F401


def test_module_patched(monkeypatch):
    """A patch on the module is made in the guest and undone with the test."""
    slept = []
    monkeypatch.setattr(solution.time, "sleep", slept.append)
    solution.pause()
    assert slept == [100]
    solution.COUNTER = 5
    solution.bump()
    assert solution.COUNTER == 6


def test_token():
    """Any other object can be told by `is` and passed back."""
    thing = solution.thing()
    assert thing is solution.thing() and solution.is_thing(thing) and not solution.is_thing(object())
    assert thing and {thing: 1}[thing] == 1


def test_other_callables():
    """partial, lru_cache, a lambda within data; a handle that goes back is the function itself."""
    assert solution.plus_one(1, c=1) == 3
    assert [solution.cached(2), solution.cached(2)] == [4, 4] and solution.events == [2]
    functions = solution.table()
    assert functions["upper"]("a") == "A" and functions["inner"][0](1) == 2 and functions["add"] is add
    assert solution.call_it(functions["inner"][0], 5) == 6


def test_same_object_same_handle():
    """One object is one handle, in calls, attributes and data; handles are keys."""
    assert solution.table()["add"] is solution.add is add
    assert {add: 1}[solution.add] == 1 and len({add, solution.add, count}) == 2 and add != count


def test_forgotten_generator_is_closed():
    """A generator that the test lets go runs its finally, as it does in one process."""
    generator = count(1)
    next(generator)
    assert solution.events == []
    del generator
    assert solution.events == ["closed"]


def test_forgotten_object_is_freed():
    """What the tests let go is not kept alive for them."""
    thing = solution.tracked()
    assert solution.alive() == 1
    del thing
    assert solution.alive() == 0


def test_functions_pass_for_functions():
    """By isinstance and inspect; defaults, names of parameters and flags are those of the solution's."""
    assert inspect.isfunction(add) and isinstance(add, types.FunctionType) and type(add).__name__ == "function"
    assert not inspect.isfunction(solution.make_callable(3))
    assert add.__defaults__ == (2,) and add.__kwdefaults__ == {"c": 3}
    assert add.__code__.co_varnames[:add.__code__.co_argcount] == ("a", "b") and add.__code__.co_name == "add"
    assert "Adds." in pydoc.render_doc(add, renderer=pydoc.plaintext) and repr(add).startswith("<function add at 0x")
    assert inspect.isgeneratorfunction(count) and not inspect.isgeneratorfunction(add)
    specified = mock.create_autospec(add)
    specified(1, b=2)
    with pytest.raises(TypeError):
        specified()


def test_generator_that_was_begun():
    """One that the solution has advanced to its first yield takes a value at once."""
    total = solution.begun()
    assert total.send(2) == 2 and total.send(3) == 5 and next(total) == 5
    total.close()
    with pytest.raises(StopIteration):
        total.send(1)
