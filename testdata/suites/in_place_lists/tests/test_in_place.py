from solution import dedupe, flatten_into, merge_settings, rotate, split_by


class TestRotate:
    def test_right(self):
        items = [1, 2, 3, 4, 5]
        rotate(items, 2)
        assert items == [4, 5, 1, 2, 3]

    def test_left_and_over_the_end(self):
        items = list("abcd")
        rotate(items, -5)
        assert items == ["b", "c", "d", "a"]

    def test_empty(self):
        items = []
        assert rotate(items, 3) is None
        assert items == []


def test_dedupe_returns_the_same_list():
    items = ["x", "y", "x", "z", "y"]
    result = dedupe(items)
    assert result is items
    assert items == ["x", "y", "z"]


def test_dedupe_by_key_keeps_the_first():
    rows = [{"id": 1, "v": "a"}, {"id": 2, "v": "b"}, {"id": 1, "v": "c"}]
    first = rows[0]
    assert dedupe(rows, key=lambda row: row["id"]) == [{"id": 1, "v": "a"}, {"id": 2, "v": "b"}]
    assert rows[0] is first


def test_flatten_into_appends():
    target = [0]
    nested = [1, [2, [3, []]], (4, 5)]
    assert flatten_into(nested, target) is target
    assert target == [0, 1, 2, 3, (4, 5)]
    assert nested == [1, [2, [3, []]], (4, 5)]


def test_flatten_into_default_is_fresh_each_time():
    assert flatten_into([1]) == [1]
    assert flatten_into([2]) == [2]


def test_merge_settings_updates_nested_dicts_in_place():
    base = {"db": {"host": "a", "port": 1}, "debug": False}
    inner = base["db"]
    merge_settings(base, {"db": {"port": 2}, "debug": True, "new": [1]})
    assert base == {"db": {"host": "a", "port": 2}, "debug": True, "new": [1]}
    assert base["db"] is inner


def test_split_by_shares_the_elements():
    rows = [[1], [2], [3]]
    odd, even = split_by(rows, lambda row: row[0] % 2)
    assert odd == [[1], [3]] and even == [[2]]
    odd[0].append("seen")
    assert rows[0] == [1, "seen"]
