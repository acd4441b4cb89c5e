"""Edges of sorting records that are not all complete."""

import copy

import pytest

from solution import sort_records


def ids(records):
    return [record["id"] for record in records]


def rows(*values):
    """Records with one value each; their ids count from 0."""
    return [{"id": number, "v": value} for number, value in enumerate(values)]


@pytest.mark.task("order")
class TestOrder:
    @pytest.mark.parametrize(
        "values, expected",
        [
            pytest.param([10, 9, -1, 100], [2, 1, 0, 3], id="whole-numbers"),
            pytest.param([0.5, -0.25, 0.125], [1, 2, 0], id="fractions"),
            pytest.param(["b", "a", "B", "ab"], [2, 1, 3, 0], id="text"),
            pytest.param([], [], id="no-record"),
        ],
    )
    def test_values_compare_as_python_compares_them(self, values, expected):
        """Numbers are not compared as text, and text is not folded."""
        result = sort_records(rows(*values), "v")
        assert type(result) is list
        assert ids(result) == expected

    def test_equal_records_keep_their_order(self):
        """Sorting is stable, on a list that no small-case path serves."""
        records = [{"id": number, "v": number * 5 % 7 + 1} for number in range(1000)]
        expected = [number for value in range(1, 8) for number in range(1000)
                    if number * 5 % 7 + 1 == value]
        assert ids(sort_records(records, "v")) == expected

    def test_other_names_do_not_count(self):
        """What stands under other names, comparable or not, has no say."""
        records = [
            {"id": 0, "v": 1, "tags": ["z"]},
            {"id": 1, "v": 1, "tags": {"a": 1}},
            {"id": 2, "v": -1, "tags": None},
        ]
        assert ids(sort_records(records, "v")) == [2, 0, 1]


@pytest.mark.task("missing-place")
class TestMissing:
    @pytest.mark.parametrize(
        "missing, expected",
        [
            pytest.param("last", [4, 2, 0, 1, 3, 5], id="last"),
            pytest.param("first", [1, 3, 5, 4, 2, 0], id="first"),
        ],
    )
    def test_absent_and_none_are_equal(self, missing, expected):
        """They stand together, in the order in which they came."""
        records = [
            {"id": 0, "v": 9},
            {"id": 1},
            {"id": 2, "v": 5},
            {"id": 3, "v": None},
            {"id": 4, "v": -5},
            {"id": 5},
        ]
        assert ids(sort_records(records, "v", missing=missing)) == expected

    @pytest.mark.parametrize(
        "values, missing, expected",
        [
            pytest.param([3, 0, None, -3], "last", [3, 1, 0, 2], id="zero-last"),
            pytest.param([3, 0, None, -3], "first", [2, 3, 1, 0], id="zero-first"),
            pytest.param([None, "b", "", "a"], "last", [2, 3, 1, 0], id="empty-text-last"),
            pytest.param(["b", "", "a", None], "first", [3, 1, 2, 0], id="empty-text-first"),
            pytest.param([None, True, False], "last", [2, 1, 0], id="false"),
            pytest.param([2.5, None, 0.0, -2.5], "last", [3, 2, 0, 1], id="zero-fraction"),
        ],
    )
    def test_false_values_are_values(self, values, missing, expected):
        """0, an empty text and False are sorted, not set aside."""
        assert ids(sort_records(rows(*values), "v", missing=missing)) == expected

    @pytest.mark.parametrize("missing", ["last", "first"])
    def test_no_record_has_a_value(self, missing):
        """Then the order stays as it was."""
        records = [{"id": 2}, {"id": 0, "v": None}, {"id": 1}]
        assert ids(sort_records(records, "v", missing=missing)) == [2, 0, 1]

    def test_extreme_values_do_not_mix_with_the_missing(self):
        """No stand-in value is large or small enough to mark a gap."""
        records = rows(None, float("inf"), 10**400, float("-inf"))
        assert ids(sort_records(records, "v")) == [3, 2, 1, 0]
        assert ids(sort_records(records, "v", missing="first")) == [0, 3, 2, 1]

    @pytest.mark.parametrize("records", [[], [{"id": 0, "v": 1}]], ids=["empty", "one"])
    def test_an_unknown_place_is_refused(self, records):
        """A mistyped place is an error, not a silent default."""
        with pytest.raises(ValueError):
            sort_records(records, "v", missing="middle")


@pytest.mark.task("descending")
class TestDescending:
    def test_equal_records_still_keep_their_order(self):
        """Descending is not the ascending result backwards."""
        assert ids(sort_records(rows(1, 2, 1, 2, 1), "v", descending=True)) == [1, 3, 0, 2, 4]

    @pytest.mark.parametrize(
        "missing, expected",
        [
            pytest.param("last", [3, 1, 0, 2, 4], id="last"),
            pytest.param("first", [0, 2, 4, 3, 1], id="first"),
        ],
    )
    def test_missing_stay_in_their_place(self, missing, expected):
        """The chosen place does not depend on the direction."""
        records = [{"id": 0}, {"id": 1, "v": 2}, {"id": 2, "v": None}, {"id": 3, "v": 8},
                   {"id": 4}]
        assert ids(sort_records(records, "v", descending=True, missing=missing)) == expected

    def test_text_turns_round_too(self):
        """The direction is not made by a minus sign."""
        records = rows("fig", "pear", "apple", "pear")
        assert ids(sort_records(records, "v", descending=True)) == [1, 3, 0, 2]


@pytest.mark.task("several-names")
class TestSeveralNames:
    @pytest.mark.parametrize("by", [["city", "age"], ("city", "age")], ids=["list", "tuple"])
    def test_the_first_name_counts_most(self, by):
        """The second name decides where the first is equal, then the given order."""
        records = [
            {"id": 0, "city": "Rome", "age": 30},
            {"id": 1, "city": "Oslo", "age": 40},
            {"id": 2, "city": "Rome", "age": 20},
            {"id": 3, "city": "Oslo", "age": 40},
            {"id": 4, "city": "Oslo", "age": 25},
        ]
        assert ids(sort_records(records, by)) == [4, 1, 3, 2, 0]

    @pytest.mark.parametrize(
        "descending, missing, expected",
        [
            pytest.param(False, "last", [5, 3, 0, 2, 4, 1], id="ascending-last"),
            pytest.param(False, "first", [1, 4, 0, 5, 3, 2], id="ascending-first"),
            pytest.param(True, "last", [2, 3, 5, 0, 4, 1], id="descending-last"),
            pytest.param(True, "first", [1, 4, 2, 0, 3, 5], id="descending-first"),
        ],
    )
    def test_each_name_places_its_own_missing(self, descending, missing, expected):
        """A gap under the second name counts only among equals of the first."""
        records = [
            {"id": 0, "a": 1},
            {"id": 1},
            {"id": 2, "a": 2, "b": "x"},
            {"id": 3, "a": 1, "b": "z"},
            {"id": 4, "a": None, "b": "y"},
            {"id": 5, "a": 1, "b": "w"},
        ]
        result = sort_records(records, ["a", "b"], descending=descending, missing=missing)
        assert ids(result) == expected

    def test_no_names_keep_the_order(self):
        """Without a name there is nothing to sort by."""
        assert ids(sort_records(rows(2, 1, 3), [], descending=True)) == [0, 1, 2]


@pytest.mark.task("untouched")
class TestUntouched:
    @pytest.mark.parametrize("descending", [False, True], ids=["ascending", "descending"])
    def test_records_and_names_are_not_changed(self, descending):
        """Neither the list, nor a record, nor the list of names is written to."""
        records = [{"id": 0}, {"id": 1, "v": None}, {"id": 2, "v": 4}, {"id": 3, "v": 2}]
        names = ["v", "w"]
        before = copy.deepcopy(records)
        sort_records(records, names, descending=descending)
        assert records == before
        assert [list(record) for record in records] == [list(record) for record in before]
        assert names == ["v", "w"]

    def test_the_result_is_a_new_list_of_the_same_records(self):
        """Nothing is copied but the list, even where the order is right already."""
        records = rows(1, 2, 3)
        result = sort_records(records, "v")
        assert result is not records
        assert len(result) == 3
        assert all(got is given for got, given in zip(result, records))


@pytest.mark.task("mixed-types")
class TestMixedTypes:
    @pytest.mark.parametrize(
        "descending, expected",
        [
            pytest.param(False, [4, 2, 0, 3, 1], id="ascending"),
            pytest.param(True, [1, 3, 0, 2, 4], id="descending"),
        ],
    )
    def test_numbers_come_before_text(self, descending, expected):
        """One name may hold both, and the direction turns the kinds round as well."""
        records = rows(10, "b", 2, "10", -1.5)
        assert ids(sort_records(records, "v", descending=descending)) == expected

    def test_booleans_are_numbers(self):
        """True is 1 among the numbers, also where equals keep their order."""
        assert ids(sort_records(rows("x", 2, True, 0.5, 1), "v")) == [3, 2, 4, 1, 0]

    @pytest.mark.parametrize(
        "value",
        [[1], {"a": 1}, (1, 2), b"raw", 1j],
        ids=["list", "dict", "tuple", "bytes", "complex"],
    )
    def test_other_types_are_refused_by_name(self, value):
        """The message says under which name the unusable value stands."""
        with pytest.raises(TypeError, match="weight"):
            sort_records([{"id": 0, "weight": value}, {"id": 1, "weight": value}], "weight")

    @pytest.mark.parametrize("by", ["weight", ["size", "weight"]], ids=["one", "second"])
    def test_a_single_bad_record_is_refused(self, by):
        """A bad value is found even when it would not have to be compared."""
        with pytest.raises(TypeError, match="weight"):
            sort_records([{"id": 0, "size": 1, "weight": [1]}], by)
