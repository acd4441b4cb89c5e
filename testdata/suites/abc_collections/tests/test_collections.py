from collections.abc import Hashable, Iterator, Mapping, MutableMapping, Sequence, Set

import pytest

from solution import BiDict, FrozenBag, Range, SortedSet


class TestSortedSet:
    def test_sorted_without_repeats(self):
        assert list(SortedSet([3, 1, 3, 2])) == [1, 2, 3]

    def test_is_a_set(self):
        s = SortedSet("ab")
        assert isinstance(s, Set)
        assert s == {"a", "b"}
        assert {"a", "b"} == s
        assert s <= {"a", "b", "c"}
        assert s.isdisjoint({"x"})

    def test_operators_give_sorted_sets(self):
        a, b = SortedSet([1, 2, 3]), SortedSet([2, 3, 4])
        assert list(a | b) == [1, 2, 3, 4]
        assert list(a & b) == [2, 3]
        assert list(a - b) == [1]
        assert list(a ^ b) == [1, 4]
        assert type(a | [9]) is SortedSet

    def test_positions(self):
        s = SortedSet([30, 10, 20])
        assert (s[0], s[-1]) == (10, 30)
        assert s[1:] == SortedSet([20, 30])
        assert list(reversed(s)) == [30, 20, 10]


class TestBiDict:
    def test_mapping_abc_methods_come_free(self):
        d = BiDict(one=1, two=2)
        assert isinstance(d, MutableMapping)
        assert d.get("three", 3) == 3
        assert d.pop("two") == 2
        assert sorted(d.items()) == [("one", 1)]
        d.update({"x": 9})
        assert dict(**d) == {"one": 1, "x": 9}

    def test_inverse_is_live(self):
        d = BiDict(a=1)
        inverse = d.inverse
        d["b"] = 2
        assert inverse[2] == "b"
        inverse[3] = "c"
        assert d["c"] == 3
        assert d.inverse.inverse is d

    def test_values_are_unique(self):
        d = BiDict(a=1)
        with pytest.raises(ValueError, match="1 belongs to 'a'"):
            d["b"] = 1
        d["a"] = 5
        assert 1 not in d.inverse


class TestRange:
    def test_sequence(self):
        r = Range(1, 2, 0.25)
        assert isinstance(r, Sequence)
        assert list(r) == [1, 1.25, 1.5, 1.75]
        assert r.index(1.5) == 2
        assert r.count(9) == 0
        assert 1.25 in r

    def test_iterators_are_independent(self):
        r = Range(0, 1, 0.5)
        a, b = iter(r), iter(r)
        assert isinstance(a, Iterator)
        assert next(a) == 0 and next(a) == 0.5
        assert next(b) == 0
        assert next(a, "end") == "end"


class TestFrozenBag:
    def test_is_hashable(self):
        assert isinstance(FrozenBag("aab"), Hashable)
        assert {FrozenBag("aab"): 1}[FrozenBag("aba")] == 1
        assert FrozenBag("ab") != FrozenBag("aab")

    def test_counts(self):
        bag = FrozenBag(["x", "y", "x"])
        assert bag["x"] == 2
        assert bag["none"] == 0
        assert len(bag) == 3
        assert not isinstance(bag, Mapping)

    def test_cannot_change(self):
        with pytest.raises(TypeError, match="item assignment"):
            FrozenBag("a")["a"] = 2
