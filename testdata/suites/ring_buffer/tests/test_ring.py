from collections.abc import Iterable, Sized

import pytest

from solution import RingBuffer


@pytest.fixture
def ring():
    return RingBuffer(3)


@pytest.fixture
def full(ring):
    ring.extend("abcd")
    return ring


def test_empty(ring):
    assert len(ring) == 0 and not ring
    assert ring.capacity == 3
    assert list(ring) == []


def test_overwrites_the_oldest(full):
    assert list(full) == ["b", "c", "d"]
    assert full.is_full


def test_indices(full):
    assert full[0] == "b"
    assert full[-1] == "d"
    with pytest.raises(IndexError):
        full[3]


def test_slices_are_lists(full):
    assert full[1:] == ["c", "d"]
    assert full[::-1] == ["d", "c", "b"]


def test_assignment(full):
    full[0] = "B"
    assert list(full) == ["B", "c", "d"]


def test_popleft(full):
    assert [full.popleft() for _ in range(3)] == ["b", "c", "d"]
    with pytest.raises(IndexError, match="empty"):
        full.popleft()


def test_append_reports_what_fell_out(ring):
    assert [ring.append(n) for n in range(5)] == [None, None, None, 0, 1]


def test_strict_mode():
    ring = RingBuffer(1, strict=True)
    ring.append("x")
    with pytest.raises(OverflowError):
        ring.append("y")
    assert list(ring) == ["x"]


def test_equality_and_repr(full):
    other = RingBuffer(3)
    other.extend("bcd")
    assert full == other
    assert repr(full) == "RingBuffer(['b', 'c', 'd'], capacity=3)"
    assert full != ["b", "c", "d"]


def test_abstract_types(ring):
    assert isinstance(ring, Sized)
    assert isinstance(ring, Iterable)


def test_iterating_while_changing(full):
    with pytest.raises(RuntimeError):
        for item in full:
            full.append(item)


def test_keeps_identity(ring):
    things = [object() for _ in range(4)]
    ring.extend(iter(things))
    assert all(a is b for a, b in zip(ring, things[1:]))


@pytest.mark.parametrize("capacity, error", [(0, ValueError), ("3", TypeError)])
def test_bad_capacity(capacity, error):
    with pytest.raises(error):
        RingBuffer(capacity)
