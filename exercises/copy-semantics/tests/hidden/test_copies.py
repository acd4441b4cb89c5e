"""Edges of copying, undoing and sharing."""

import copy
import datetime
from decimal import Decimal

import pytest

from solution import (
    DEFAULT_LIMITS,
    deep_copy,
    make_history,
    new_service,
    page,
    refill,
    shallow_copy,
)

LIMITS = {"retries": 3, "timeouts": {"connect": 5, "read": 30}}


@pytest.mark.task("shallow")
class TestShallow:
    def test_a_list(self):
        """The elements of the new list are the same objects."""
        inner = {"a": 1}
        rows = [inner, inner, "text"]
        result = shallow_copy(rows)
        assert type(result) is list
        assert result is not rows
        assert len(result) == 3
        assert result[0] is inner and result[1] is inner
        result.append("more")
        inner["a"] = 2
        assert rows == [{"a": 2}, {"a": 2}, "text"]
        assert result == [{"a": 2}, {"a": 2}, "text", "more"]

    def test_a_set(self):
        """A set stays a set, and a new one."""
        names = {"a", "b"}
        result = shallow_copy(names)
        assert type(result) is set
        assert result is not names
        result.add("c")
        assert names == {"a", "b"}
        assert result == {"a", "b", "c"}

    def test_a_dictionary_that_contains_itself(self):
        """The copy contains the original, for that is the element."""
        config = {"name": "root"}
        config["self"] = config
        result = shallow_copy(config)
        assert result is not config
        assert result["self"] is config
        assert list(result) == ["name", "self"]


@pytest.mark.task("deep")
class TestDeep:
    def test_no_level_is_shared(self):
        """A change at any depth of the copy leaves the original alone, and the reverse."""
        config = {"db": {"hosts": [{"name": "a", "ports": [1, 2]}]}}
        before = copy.deepcopy(config)
        result = deep_copy(config)
        assert result == before
        result["db"]["hosts"][0]["ports"].append(3)
        result["db"]["hosts"].append("b")
        result["db"]["user"] = "u"
        assert config == before
        config["db"]["hosts"][0]["name"] = "z"
        assert result["db"]["hosts"][0]["name"] == "a"

    def test_a_deep_nest(self):
        """Depth makes no difference."""
        innermost = []
        value = innermost
        for _ in range(40):
            value = {"next": [value]}
        result = deep_copy(value)
        for _ in range(40):
            assert result is not value
            assert result["next"] is not value["next"]
            result, value = result["next"][0], value["next"][0]
        assert value is innermost
        assert result == []
        assert result is not innermost

    def test_containers_inside_tuples(self):
        """A tuple does not protect the list in it."""
        value = {"pair": ([1], {"a": [2]})}
        result = deep_copy(value)
        assert type(result["pair"]) is tuple
        result["pair"][0].append(9)
        result["pair"][1]["a"].append(9)
        assert value == {"pair": ([1], {"a": [2]})}
        assert result == {"pair": ([1, 9], {"a": [2, 9]})}

    def test_keys_and_values_keep_their_types(self):
        """A copy is no translation into another format."""
        value = {
            1: "number",
            (2, 3): {"x", "y"},
            None: b"raw",
            "money": Decimal("1.10"),
            "day": datetime.date(2024, 2, 29),
            "flags": [True, 1.0, 1, None, ()],
        }
        result = deep_copy(value)
        assert result == {
            1: "number",
            (2, 3): {"x", "y"},
            None: b"raw",
            "money": Decimal("1.10"),
            "day": datetime.date(2024, 2, 29),
            "flags": [True, 1.0, 1, None, ()],
        }
        assert [type(key) for key in result] == [int, tuple, type(None), str, str, str]
        assert [type(flag) for flag in result["flags"]] == [bool, float, int, type(None), tuple]
        assert type(result["money"]) is Decimal
        assert result[(2, 3)] is not value[(2, 3)]

    def test_functions_are_taken_over(self):
        """A callback in the configuration is the same callback in the copy."""
        def on_save():
            return "saved"

        result = deep_copy({"hooks": [on_save]})
        assert result["hooks"] == [on_save]
        assert result["hooks"][0] is on_save

    def test_lists_and_sets_at_the_top(self):
        """The outermost value may be any of the containers, an empty one too."""
        rows = [[1], {2}]
        result = deep_copy(rows)
        assert result == [[1], {2}]
        assert result is not rows
        assert result[0] is not rows[0]
        assert result[1] is not rows[1]
        empty = {}
        assert deep_copy(empty) == {}
        assert deep_copy(empty) is not empty


@pytest.mark.task("shared-cyclic")
class TestSharedAndCyclic:
    def test_sharing_across_levels_and_kinds(self):
        """A part that occurs in a list, a tuple and a dictionary is one part in the copy."""
        tags = {"a"}
        config = {"list": [tags], "tuple": (tags,), "deeper": {"still": {"tags": tags}}}
        result = deep_copy(config)
        copied = result["list"][0]
        assert copied == {"a"}
        assert copied is not tags
        assert result["tuple"][0] is copied
        assert result["deeper"]["still"]["tags"] is copied

    def test_equal_parts_are_not_merged(self):
        """Two objects that only look the same stay two."""
        result = deep_copy([[1], [1], [], []])
        assert result == [[1], [1], [], []]
        assert result[0] is not result[1]
        assert result[2] is not result[3]

    def test_a_list_and_a_dictionary_that_contain_themselves(self):
        """The copy contains the copy."""
        row = ["x"]
        row.append(row)
        result = deep_copy(row)
        assert result is not row
        assert result[0] == "x"
        assert result[1] is result
        config = {"name": "root"}
        config["self"] = config
        result = deep_copy(config)
        assert result is not config
        assert result["name"] == "root"
        assert result["self"] is result

    def test_parents_and_children(self):
        """A longer cycle closes inside of the copy."""
        root = {"name": "root", "children": []}
        for name in ("a", "b"):
            root["children"].append({"name": name, "parent": root})
        result = deep_copy(root)
        assert [child["name"] for child in result["children"]] == ["a", "b"]
        assert all(child["parent"] is result for child in result["children"])
        assert all(child["parent"] is root for child in root["children"])
        assert result["children"][0] is not root["children"][0]

    def test_two_copies_are_independent(self):
        """Nothing is remembered from one copy to the next."""
        config = {"hosts": ["a"]}
        first = deep_copy(config)
        config["hosts"].append("b")
        second = deep_copy(config)
        assert first == {"hosts": ["a"]}
        assert second == {"hosts": ["a", "b"]}
        assert first["hosts"] is not second["hosts"]


@pytest.mark.task("history")
class TestHistory:
    def test_several_steps_back(self):
        """States come back in the reverse of the order in which they were saved."""
        config = {"level": [0]}
        history = make_history(config)
        for number in (1, 2, 3):
            history["save"]()
            config["level"].append(number)
        steps = []
        for _ in range(4):
            steps.append((history["undo"](), copy.deepcopy(config)))
        assert steps == [
            (True, {"level": [0, 1, 2]}),
            (True, {"level": [0, 1]}),
            (True, {"level": [0]}),
            (False, {"level": [0]}),
        ]

    def test_everybody_sees_the_undo(self):
        """The configuration stays the same object, without the keys that came later."""
        config = {"a": 1, "b": 2}
        holder = {"config": config}
        history = make_history(config)
        history["save"]()
        del config["a"]
        config["c"] = 3
        assert history["undo"]() is True
        assert holder["config"] is config
        assert config == {"a": 1, "b": 2}

    def test_nothing_saved(self):
        """Then an undo changes nothing."""
        config = {"a": [1]}
        history = make_history(config)
        config["a"].append(2)
        assert history["undo"]() is False
        assert config == {"a": [1, 2]}
        assert history["saved"]() == []

    def test_a_state_saved_twice(self):
        """Changes after an undo do not reach an older state of the same content."""
        config = {"hosts": [{"name": "a"}]}
        history = make_history(config)
        history["save"]()
        history["save"]()
        assert history["undo"]() is True
        config["hosts"][0]["name"] = "z"
        config["hosts"].append("b")
        assert history["undo"]() is True
        assert config == {"hosts": [{"name": "a"}]}
        assert history["undo"]() is False

    def test_saved_states_are_out_of_reach(self):
        """What the caller does to the list of states has no effect."""
        config = {"hosts": ["a"]}
        history = make_history(config)
        history["save"]()
        config["hosts"].append("b")
        history["save"]()
        config["hosts"].append("c")
        states = history["saved"]()
        assert states == [{"hosts": ["a"]}, {"hosts": ["a", "b"]}]
        states[1]["hosts"].clear()
        states[0]["new"] = True
        states.clear()
        assert history["saved"]() == [{"hosts": ["a"]}, {"hosts": ["a", "b"]}]
        assert history["undo"]() is True
        assert config == {"hosts": ["a", "b"]}
        assert history["saved"]() == [{"hosts": ["a"]}]

    def test_two_histories(self):
        """Histories of two configurations do not mix."""
        one, other = {"n": 1}, {"n": 10}
        first, second = make_history(one), make_history(other)
        first["save"]()
        one["n"] = 2
        other["n"] = 20
        assert second["undo"]() is False
        assert first["undo"]() is True
        assert (one, other) == ({"n": 1}, {"n": 20})

    def test_shared_parts_after_an_undo(self):
        """What was one object when it was saved is one object again."""
        shared = ["eu"]
        config = {"read": shared, "write": shared}
        history = make_history(config)
        history["save"]()
        config["write"] = ["us"]
        assert history["undo"]() is True
        assert config == {"read": ["eu"], "write": ["eu"]}
        assert config["read"] is config["write"]

    def test_a_configuration_that_contains_itself(self):
        """After an undo it contains itself, and no copy of itself."""
        config = {"name": "root", "child": {}}
        config["child"]["parent"] = config
        history = make_history(config)
        history["save"]()
        config["name"] = "changed"
        config["child"].clear()
        assert history["undo"]() is True
        assert config["name"] == "root"
        assert config["child"]["parent"] is config
        assert sorted(config) == ["child", "name"]


@pytest.mark.task("defaults")
class TestDefaults:
    def test_nothing_is_left_of_the_first_result(self):
        """Results are independent at every depth, and the defaults stay as they are."""
        first = new_service("mail")
        first["tags"].append("x")
        first["limits"]["retries"] = 0
        first["limits"]["timeouts"]["read"] = 0
        first["limits"]["extra"] = 1
        assert new_service("web") == {"name": "web", "tags": [], "limits": LIMITS}
        assert DEFAULT_LIMITS == LIMITS

    def test_given_limits_replace_whole_entries(self):
        """An entry that is given counts as a whole, the others come from the defaults."""
        given = {"timeouts": {"connect": 1}, "burst": [1]}
        assert new_service("web", limits=given) == {
            "name": "web",
            "tags": [],
            "limits": {"retries": 3, "timeouts": {"connect": 1}, "burst": [1]},
        }
        assert new_service("web", ["a"]) == {"name": "web", "tags": ["a"], "limits": LIMITS}
        assert DEFAULT_LIMITS == LIMITS

    def test_arguments_stay_the_callers(self):
        """The result holds neither the caller's lists nor the caller's dictionaries."""
        tags, limits = ["a"], {"timeouts": {"connect": 1}, "burst": [1]}
        result = new_service("web", tags, limits)
        result["tags"].append("b")
        result["limits"]["timeouts"]["connect"] = 99
        result["limits"]["burst"].append(2)
        result["limits"]["more"] = 1
        assert tags == ["a"]
        assert limits == {"timeouts": {"connect": 1}, "burst": [1]}
        tags.append("c")
        assert result["tags"] == ["a", "b"]

    def test_an_empty_list_of_the_callers(self):
        """Empty arguments are arguments: they are neither kept nor filled."""
        tags, limits = [], {}
        result = new_service("web", tags, limits)
        assert result == {"name": "web", "tags": [], "limits": LIMITS}
        result["tags"].append("a")
        result["limits"]["retries"] = 9
        assert (tags, limits) == ([], {})
        assert new_service("web", ("a", "b"))["tags"] == ["a", "b"]


@pytest.mark.task("slices")
class TestSlices:
    def test_a_page_is_independent(self):
        """Changing rows of the page, at any depth, does not change the table."""
        rows = [[1, ["a"]], [2, ["b"]], {"id": [3]}, [4]]
        before = copy.deepcopy(rows)
        result = page(rows, 1, 3)
        assert result == [[2, ["b"]], {"id": [3]}]
        result[0][1].append("x")
        result[1]["id"].append("x")
        result.clear()
        assert rows == before

    @pytest.mark.parametrize(
        "start, stop, expected",
        [
            pytest.param(0, 3, [[0], [1], [2]], id="all"),
            pytest.param(-2, 3, [[1], [2]], id="from-the-end"),
            pytest.param(2, 99, [[2]], id="beyond"),
            pytest.param(2, 1, [], id="empty"),
        ],
    )
    def test_bounds_are_those_of_slices(self, start, stop, expected):
        """Bounds outside of the table are no error."""
        rows = [[0], [1], [2]]
        result = page(rows, start, stop)
        assert type(result) is list
        assert result == expected
        assert result is not rows
        assert not any(new is old for new in result for old in rows)

    def test_a_row_twice_on_a_page(self):
        """A row that stands in two places of the table is one row of the page."""
        row = ["same"]
        result = page([row, ["other"], row], 0, 3)
        assert result == [["same"], ["other"], ["same"]]
        assert result[0] is result[2]
        assert result[0] is not row

    @pytest.mark.parametrize("size", [0, 1, 3, 5])
    def test_refill_in_place(self, size):
        """The list itself changes, whether it grows or shrinks, and keeps no tie to the source."""
        target = ["x", "y", "z"]
        holder = {"target": target}
        source = list(range(size))
        assert refill(target, source) is None
        assert holder["target"] == list(range(size))
        target.append("end")
        assert source == list(range(size))

    def test_refill_does_not_copy_elements(self):
        """The elements in the target are those of the source."""
        element = [1]
        target = []
        refill(target, [element, element])
        assert len(target) == 2
        assert target[0] is element and target[1] is element

    def test_refill_from_itself(self):
        """A list that is refilled from itself keeps its elements."""
        target = [1, 2, 3]
        assert refill(target, target) is None
        assert target == [1, 2, 3]

    def test_refill_from_an_iterator(self):
        """The source may be one that can be read only once."""
        target = [1, 2, 3, 4]
        refill(target, (number for number in [5, 6]))
        assert target == [5, 6]
        refill(target, reversed([7, 8]))
        assert target == [8, 7]
