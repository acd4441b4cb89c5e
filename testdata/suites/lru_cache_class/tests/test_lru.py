import pytest

from solution import LRUCache, Stats


@pytest.fixture
def cache():
    c = LRUCache(2)
    c["a"] = 1
    c["b"] = 2
    return c


def test_get_and_set(cache):
    assert cache["a"] == 1
    cache["a"] = 10
    assert cache["a"] == 10
    assert len(cache) == 2


def test_least_recently_used_goes_first(cache):
    cache["a"]
    cache["c"] = 3
    assert "b" not in cache
    assert list(cache) == ["a", "c"]


def test_membership_is_no_use(cache):
    assert "a" in cache
    cache["c"] = 3
    assert "a" not in cache


def test_overwriting_is_use(cache):
    cache["a"] = 5
    cache["c"] = 3
    assert sorted(cache) == ["a", "c"]


def test_missing(cache):
    with pytest.raises(KeyError, match="zzz"):
        cache["zzz"]
    assert cache.get("zzz") is None
    assert cache.get("zzz", 0) == 0


def test_delete(cache):
    del cache["a"]
    assert cache.items() == [("b", 2)]
    with pytest.raises(KeyError):
        del cache["a"]


def test_on_evict_callback():
    gone = []
    cache = LRUCache(1, on_evict=lambda k, v: gone.append((k, v)))
    cache[1] = "one"
    cache[2] = "two"
    cache[2] = "zwei"
    cache.clear()
    assert gone == [(1, "one"), (2, "zwei")]


def test_setdefault_calls_only_when_needed(cache):
    calls = []

    def make():
        calls.append(1)
        return "made"

    assert cache.get_or_set("a", make) == 1
    assert cache.get_or_set("x", make) == "made"
    assert cache.get_or_set("x", make) == "made"
    assert calls == [1]


def test_stats(cache):
    cache["a"], cache.get("nope"), cache.get("b")
    assert cache.stats == Stats(hits=2, misses=1)
    assert cache.stats.ratio == pytest.approx(2 / 3)


def test_objects_as_keys_and_values(cache):
    key, value = (1, "x"), {"some": ["data"]}
    cache[key] = value
    assert cache[key] is value
    with pytest.raises(TypeError):
        cache[[1]] = 2


@pytest.mark.parametrize("size", [0, -3])
def test_size_is_checked(size):
    with pytest.raises(ValueError):
        LRUCache(size)


def test_resize(cache):
    cache.maxsize = 1
    assert cache.items() == [("b", 2)]
    assert repr(cache) == "LRUCache(1/1: 'b')"
