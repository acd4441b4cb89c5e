"""Edges of sorting records that are not all complete."""

import copy

import pytest

from solution import sort_records


def ids(records):
    return [record["id"] for record in records]


def rows(*values):
    """Records with one value each; their ids count from 0."""
    return [{"id": number, "v": value} for number, value in enumerate(values)]


def refusal(error, *args, **kwargs):
    """The message with which the call is refused, None when it is not."""
    try:
        sort_records(*args, **kwargs)
    except error as refused:
        return str(refused)
    return None


@pytest.mark.task("order")
class TestOrder:
    def test_values_compare_as_python_compares_them(self):
        """Numbers are not compared as text, and text is not folded."""
        for case, values, expected in [
            ("whole numbers", [10, 9, -1, 100], [2, 1, 0, 3]),
            ("fractions", [0.5, -0.25, 0.125], [1, 2, 0]),
            ("text", ["b", "a", "B", "ab"], [2, 1, 3, 0]),
            ("no record", [], []),
        ]:
            result = sort_records(rows(*values), "v")
            assert type(result) is list, case
            assert ids(result) == expected, case

    def test_equal_records_keep_their_order(self):
        """Sorting is stable, on a long list too, and other names have no say in it."""
        records = [{"id": number, "v": number * 5 % 7 + 1} for number in range(1000)]
        expected = [number for value in range(1, 8) for number in range(1000)
                    if number * 5 % 7 + 1 == value]
        assert ids(sort_records(records, "v")) == expected, "many records"
        records = [
            {"id": 0, "v": 1, "tags": ["z"]},
            {"id": 1, "v": 1, "tags": {"a": 1}},
            {"id": 2, "v": -1, "tags": None},
        ]
        assert ids(sort_records(records, "v")) == [2, 0, 1], "other names"


@pytest.mark.task("missing-place")
class TestMissing:
    def test_absent_and_none_are_equal(self):
        """They stand together in the order in which they came, even if no record has a value."""
        for missing, expected in [("last", [4, 2, 0, 1, 3, 5]), ("first", [1, 3, 5, 4, 2, 0])]:
            records = [
                {"id": 0, "v": 9},
                {"id": 1},
                {"id": 2, "v": 5},
                {"id": 3, "v": None},
                {"id": 4, "v": -5},
                {"id": 5},
            ]
            assert ids(sort_records(records, "v", missing=missing)) == expected, missing
            records = [{"id": 2}, {"id": 0, "v": None}, {"id": 1}]
            result = sort_records(records, "v", missing=missing)
            assert ids(result) == [2, 0, 1], f"{missing}, no values"

    def test_false_and_extreme_values_are_values(self):
        """0, an empty text and False are not set aside, and no value marks a gap."""
        extremes = [None, float("inf"), 10**400, float("-inf")]
        for case, values, missing, expected in [
            ("zero, last", [3, 0, None, -3], "last", [3, 1, 0, 2]),
            ("zero, first", [3, 0, None, -3], "first", [2, 3, 1, 0]),
            ("empty text, last", [None, "b", "", "a"], "last", [2, 3, 1, 0]),
            ("empty text, first", ["b", "", "a", None], "first", [3, 1, 2, 0]),
            ("false", [None, True, False], "last", [2, 1, 0]),
            ("zero fraction", [2.5, None, 0.0, -2.5], "last", [3, 2, 0, 1]),
            ("extremes, last", extremes, "last", [3, 2, 1, 0]),
            ("extremes, first", extremes, "first", [0, 3, 2, 1]),
        ]:
            assert ids(sort_records(rows(*values), "v", missing=missing)) == expected, case

    def test_an_unknown_place_is_refused(self):
        """A mistyped place is an error and not a silent default, however few the records."""
        for case, records in [("no record", []), ("one record", [{"id": 0, "v": 1}])]:
            assert refusal(ValueError, records, "v", missing="middle") is not None, case


@pytest.mark.task("descending")
class TestDescending:
    def test_values_turn_round_and_equal_records_do_not(self):
        """Descending is neither the ascending result backwards nor a minus sign."""
        for case, values, expected in [
            ("numbers", [1, 2, 1, 2, 1], [1, 3, 0, 2, 4]),
            ("text", ["fig", "pear", "apple", "pear"], [1, 3, 0, 2]),
        ]:
            assert ids(sort_records(rows(*values), "v", descending=True)) == expected, case

    def test_missing_stay_in_their_place(self):
        """The chosen place does not depend on the direction."""
        for missing, expected in [("last", [3, 1, 0, 2, 4]), ("first", [0, 2, 4, 3, 1])]:
            records = [{"id": 0}, {"id": 1, "v": 2}, {"id": 2, "v": None}, {"id": 3, "v": 8},
                       {"id": 4}]
            result = sort_records(records, "v", descending=True, missing=missing)
            assert ids(result) == expected, missing


@pytest.mark.task("several-names")
class TestSeveralNames:
    def test_the_first_name_counts_most(self):
        """Then the second decides, then the given order: at once when there is no name."""
        for case, by, descending, expected in [
            ("list", ["city", "age"], False, [4, 1, 3, 2, 0]),
            ("tuple", ("city", "age"), False, [4, 1, 3, 2, 0]),
            ("no names", [], True, [0, 1, 2, 3, 4]),
        ]:
            records = [
                {"id": 0, "city": "Rome", "age": 30},
                {"id": 1, "city": "Oslo", "age": 40},
                {"id": 2, "city": "Rome", "age": 20},
                {"id": 3, "city": "Oslo", "age": 40},
                {"id": 4, "city": "Oslo", "age": 25},
            ]
            assert ids(sort_records(records, by, descending=descending)) == expected, case

    def test_each_name_places_its_own_missing(self):
        """A gap under the second name counts only among equals of the first."""
        for case, descending, missing, expected in [
            ("ascending, last", False, "last", [5, 3, 0, 2, 4, 1]),
            ("ascending, first", False, "first", [1, 4, 0, 5, 3, 2]),
            ("descending, last", True, "last", [2, 3, 5, 0, 4, 1]),
            ("descending, first", True, "first", [1, 4, 2, 0, 3, 5]),
        ]:
            records = [
                {"id": 0, "a": 1},
                {"id": 1},
                {"id": 2, "a": 2, "b": "x"},
                {"id": 3, "a": 1, "b": "z"},
                {"id": 4, "a": None, "b": "y"},
                {"id": 5, "a": 1, "b": "w"},
            ]
            result = sort_records(records, ["a", "b"], descending=descending, missing=missing)
            assert ids(result) == expected, case


@pytest.mark.task("untouched")
class TestUntouched:
    def test_records_and_names_are_not_changed(self):
        """Neither the list, nor a record, nor the list of names is written to."""
        for case, descending in [("ascending", False), ("descending", True)]:
            records = [{"id": 0}, {"id": 1, "v": None}, {"id": 2, "v": 4}, {"id": 3, "v": 2}]
            names = ["v", "w"]
            before = copy.deepcopy(records)
            sort_records(records, names, descending=descending)
            assert records == before, case
            assert [list(record) for record in records] == [list(record) for record in before], case
            assert names == ["v", "w"], case

    def test_the_result_is_a_new_list_of_the_same_records(self):
        """Nothing is copied but the list, even where the order is right already."""
        records = rows(1, 2, 3)
        result = sort_records(records, "v")
        assert result is not records
        assert len(result) == 3
        assert all(got is given for got, given in zip(result, records))


@pytest.mark.task("mixed-types")
class TestMixedTypes:
    def test_numbers_come_before_text(self):
        """One name may hold both, True is 1, and the direction turns the kinds round as well."""
        for case, values, descending, expected in [
            ("ascending", [10, "b", 2, "10", -1.5], False, [4, 2, 0, 3, 1]),
            ("descending", [10, "b", 2, "10", -1.5], True, [1, 3, 0, 2, 4]),
            ("booleans", ["x", 2, True, 0.5, 1], False, [3, 2, 4, 1, 0]),
        ]:
            result = sort_records(rows(*values), "v", descending=descending)
            assert ids(result) == expected, case

    def test_other_types_are_refused_by_name(self):
        """The message says under which name the unusable value stands."""
        for value in [[1], {"a": 1}, (1, 2), b"raw", 1j]:
            records = [{"id": 0, "weight": value}, {"id": 1, "weight": value}]
            assert "weight" in (refusal(TypeError, records, "weight") or ""), value

    def test_a_single_bad_record_is_refused(self):
        """A bad value is found even when it would not have to be compared."""
        for by in ["weight", ["size", "weight"]]:
            records = [{"id": 0, "size": 1, "weight": [1]}]
            assert "weight" in (refusal(TypeError, records, by) or ""), by
