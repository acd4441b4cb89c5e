import collections.abc
import itertools

import pytest

from linkedlist import LinkedList


@pytest.fixture
def empty():
    return LinkedList()


@pytest.fixture
def abc():
    return LinkedList("abc")


def test_empty(empty):
    assert len(empty) == 0
    assert list(empty) == []
    assert not empty


def test_from_iterable(abc):
    assert list(abc) == ["a", "b", "c"]
    assert len(abc) == 3


def test_from_generator():
    assert list(LinkedList(x * x for x in range(4))) == [0, 1, 4, 9]


def test_append_and_prepend(empty):
    empty.append(2)
    empty.prepend(1)
    empty.append(3)
    assert list(empty) == [1, 2, 3]


def test_append_returns_none(empty):
    assert empty.append(1) is None


def test_pop_front_and_back(abc):
    assert abc.pop() == "c"
    assert abc.popleft() == "a"
    assert list(abc) == ["b"]
    assert abc.pop() == "b"
    assert len(abc) == 0


def test_append_after_emptying(abc):
    while abc:
        abc.pop()
    abc.append("z")
    assert list(abc) == list(reversed(abc)) == ["z"]


@pytest.mark.parametrize("method", ["pop", "popleft"])
def test_pop_empty(empty, method):
    with pytest.raises(IndexError, match="empty"):
        getattr(empty, method)()


@pytest.mark.parametrize("index, value", [(0, "a"), (2, "c"), (-1, "c"), (-3, "a")])
def test_getitem(abc, index, value):
    assert abc[index] == value


@pytest.mark.parametrize("index", [3, -4, 100])
def test_index_out_of_range(abc, index):
    with pytest.raises(IndexError):
        abc[index]


def test_slices_give_linked_lists():
    ll = LinkedList(range(10))
    part = ll[2:8:2]
    assert isinstance(part, LinkedList)
    assert list(part) == [2, 4, 6]
    assert list(ll[::-1]) == list(range(9, -1, -1))


def test_setitem(abc):
    abc[1] = "B"
    abc[-1] = "C"
    assert list(abc) == ["a", "B", "C"]


@pytest.mark.parametrize("index, expected", [(0, "aBC"), (1, "bAC"), (2, "cAB")])
def test_delitem(index, expected):
    ll = LinkedList("ABC")
    removed = ll[index]
    del ll[index]
    assert removed.lower() + "".join(ll) == expected
    assert "".join(reversed(ll)) == expected[:0:-1]
    assert len(ll) == 2


@pytest.mark.parametrize("index, expected", [
    (0, "xabc"), (1, "axbc"), (3, "abcx"), (99, "abcx"), (-1, "abxc"), (-99, "xabc"),
])
def test_insert_like_list(abc, index, expected):
    abc.insert(index, "x")
    assert "".join(abc) == expected


def test_remove_first_occurrence():
    ll = LinkedList([1, 2, 3, 2])
    ll.remove(2)
    assert list(ll) == [1, 3, 2]
    with pytest.raises(ValueError):
        ll.remove(99)


def test_contains_count_index():
    ll = LinkedList([5, 7, 5])
    assert 7 in ll and 8 not in ll
    assert ll.count(5) == 2
    assert ll.index(7) == 1
    with pytest.raises(ValueError):
        ll.index(8)


def test_reversed(abc):
    assert list(reversed(abc)) == ["c", "b", "a"]


def test_reverse_in_place(abc):
    abc.reverse()
    assert list(abc) == ["c", "b", "a"]
    assert list(reversed(abc)) == ["a", "b", "c"]
    abc.append("!")
    assert abc[-1] == "!"


def test_extend_with_itself(abc):
    abc.extend(abc)
    assert "".join(abc) == "abcabc"


def test_add_makes_new_list(abc):
    both = abc + LinkedList("de")
    assert "".join(both) == "abcde"
    assert len(abc) == 3
    abc += "xy"
    assert "".join(abc) == "abcxy"


def test_equality(abc):
    assert abc == LinkedList(["a", "b", "c"])
    assert abc != LinkedList("ab")
    assert abc != ["a", "b", "c"]


def test_ordering_is_lexicographic():
    assert LinkedList([1, 2]) < LinkedList([1, 3])
    assert LinkedList([1]) < LinkedList([1, 0])


def test_unhashable(abc):
    with pytest.raises(TypeError):
        {abc}


def test_iterators_are_independent(abc):
    pairs = [(x, y) for x in abc for y in abc]
    assert len(pairs) == 9
    it = iter(abc)
    assert next(it) == "a"
    assert iter(it) is it


def test_repr(abc, empty):
    assert repr(abc) == "LinkedList(['a', 'b', 'c'])"
    assert repr(empty) == "LinkedList([])"


def test_clear(abc):
    abc.clear()
    assert list(abc) == []


def test_big_list_does_not_recurse():
    ll = LinkedList(range(20_000))
    assert sum(ll) == sum(range(20_000))
    assert ll == LinkedList(range(20_000))
    assert list(itertools.islice(reversed(ll), 2)) == [19_999, 19_998]


def test_is_a_sequence(abc):
    assert isinstance(abc, collections.abc.MutableSequence)
