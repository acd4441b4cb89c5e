import json

import pytest

from solution import CaseInsensitiveDict, Email, HistoryList, Percent


class TestCaseInsensitiveDict:
    def test_lookup_ignores_case(self):
        headers = CaseInsensitiveDict({"Content-Type": "text/html"})
        assert headers["content-type"] == "text/html"
        assert "CONTENT-TYPE" in headers
        assert headers.get("Content-type") == "text/html"

    def test_assignment_replaces(self):
        headers = CaseInsensitiveDict()
        headers["Accept"] = 1
        headers["ACCEPT"] = 2
        assert len(headers) == 1
        assert dict(headers) == {"accept": 2}

    def test_update_and_delete(self):
        headers = CaseInsensitiveDict(A=1)
        headers.update({"a": 2, "B": 3})
        del headers["b"]
        assert headers == {"a": 2}

    def test_is_a_dict(self):
        assert isinstance(CaseInsensitiveDict(), dict)
        assert json.dumps(CaseInsensitiveDict({"X": [1]})) == '{"x": [1]}'

    def test_missing_key(self):
        with pytest.raises(KeyError):
            CaseInsensitiveDict()["nope"]


class TestHistoryList:
    def test_behaves_like_a_list(self):
        items = HistoryList([3, 1])
        items.append(2)
        assert items == [3, 1, 2]
        assert sorted(items) == [1, 2, 3]
        assert isinstance(items, list)

    def test_remembers_removed(self):
        items = HistoryList("abc")
        assert items.pop() == "c"
        items.remove("a")
        del items[0]
        assert items == []
        assert items.removed == ["c", "a", "b"]

    def test_slicing_keeps_the_class(self):
        part = HistoryList("abcd")[1:3]
        assert type(part) is HistoryList
        assert part == ["b", "c"]


class TestEmail:
    def test_is_a_normalised_str(self):
        e = Email("Ann@Example.ORG")
        assert e == "Ann@example.org"
        assert isinstance(e, str)
        assert e.upper() == "ANN@EXAMPLE.ORG"

    def test_parts(self):
        assert Email("a@b.c").user == "a"
        assert Email("a@b.c").domain == "b.c"

    @pytest.mark.parametrize("bad", ["", "@b", "a@b@c"])
    def test_invalid(self, bad):
        with pytest.raises(ValueError):
            Email(bad)


class TestPercent:
    def test_is_an_int_within_limits(self):
        assert Percent(250) == 100
        assert Percent(-1) == 0
        assert isinstance(Percent(7) + 1, int)

    def test_shows_its_sign(self):
        assert str(Percent(50)) == "50 %"
        assert f"{Percent(50)}" == "50 %"
        assert Percent(25).of(80) == 20
