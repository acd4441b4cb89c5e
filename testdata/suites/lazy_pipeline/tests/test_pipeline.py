import itertools
import types

import pytest

from solution import batched, numbers, only, pipeline, running_mean, take


def test_numbers_never_ends():
    stream = numbers(10)
    assert next(stream) == 10
    assert [next(stream) for _ in range(3)] == [11, 12, 13]


def test_it_is_a_generator():
    assert isinstance(numbers(), types.GeneratorType)


def test_only_pulls_as_much_as_needed():
    pulled = []

    def source():
        for n in itertools.count():
            pulled.append(n)
            yield n

    evens = only(lambda n: n % 2 == 0, source())
    assert pulled == []
    assert next(evens) == 0
    assert next(evens) == 2
    assert pulled == [0, 1, 2]


def test_take_stops_without_reading_ahead():
    it = iter("abcdef")
    assert list(take(2, it)) == ["a", "b"]
    assert next(it) == "c"


def test_batched():
    assert list(batched(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(batched([], 3)) == []


@pytest.mark.parametrize("size", [0, -1])
def test_batched_checks_at_the_call(size):
    with pytest.raises(ValueError):
        batched([1], size)


def test_running_mean_takes_values_by_send():
    mean = running_mean()
    next(mean)
    assert mean.send(10) == 10
    assert mean.send(20) == 15
    assert mean.send(0) == 10
    mean.close()
    with pytest.raises(StopIteration):
        next(mean)


def test_running_mean_resets_on_throw():
    mean = running_mean()
    next(mean)
    mean.send(99)
    mean.throw(ValueError)
    assert mean.send(1) == 1


def test_pipeline_feeds_one_stage_into_the_next():
    def double(values):
        for v in values:
            yield 2 * v

    result = pipeline(numbers(1), double, lambda values: only(lambda v: v % 3 == 0, values))
    assert list(itertools.islice(result, 3)) == [6, 12, 18]


def test_pipeline_closes_its_source():
    closed = []

    def source():
        try:
            yield 1
            yield 2
        finally:
            closed.append(True)

    gen = pipeline(source(), lambda values: (v + 1 for v in values))
    assert next(gen) == 2
    gen.close()
    assert closed == [True]
