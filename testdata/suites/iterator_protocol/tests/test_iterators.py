import pytest

from solution import Countdown, Grid, Peekable


def test_countdown_can_be_walked_twice():
    c = Countdown(3)
    assert list(c) == [3, 2, 1]
    assert list(c) == [3, 2, 1]


def test_countdown_nested_loops():
    c = Countdown(2)
    assert [(a, b) for a in c for b in c] == [(2, 2), (2, 1), (1, 2), (1, 1)]


def test_countdown_reversed_len_in():
    c = Countdown(4)
    assert list(reversed(c)) == [1, 2, 3, 4]
    assert len(c) == 4
    assert 4 in c and 0 not in c and "x" not in c


def test_peekable_is_its_own_iterator():
    p = Peekable([1, 2])
    assert iter(p) is p
    assert p.peek() == 1
    assert next(p) == 1
    assert p.peek() == 2
    assert list(p) == [2]


def test_peek_at_the_end():
    p = Peekable([])
    assert p.peek(default="none") == "none"
    with pytest.raises(StopIteration):
        p.peek()
    with pytest.raises(StopIteration):
        next(p)


def test_peekable_truth():
    p = Peekable("a")
    assert p
    next(p)
    assert not p


def test_peekable_reads_lazily():
    def source():
        yield 1
        raise RuntimeError("read too far")

    p = Peekable(source())
    assert next(p) == 1
    with pytest.raises(RuntimeError, match="too far"):
        p.peek()


def test_grid_iterates_by_old_protocol():
    grid = Grid(2, 2)
    assert list(grid) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert grid[-1] == (1, 1)
    with pytest.raises(IndexError):
        grid[4]


def test_unpacking_and_built_ins():
    first, *rest = Countdown(3)
    assert (first, rest) == (3, [2, 1])
    assert max(Countdown(5)) == 5
    assert sum(Countdown(4)) == 10
    assert dict(zip("ab", Countdown(2))) == {"a": 2, "b": 1}
    assert tuple(enumerate(Grid(1, 2))) == ((0, (0, 0)), (1, (0, 1)))
