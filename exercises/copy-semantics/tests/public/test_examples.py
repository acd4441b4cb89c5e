"""The shape of the exercise; the hidden tests look at the edges."""

import pytest

from solution import deep_copy, make_history, new_service, refill, shallow_copy


@pytest.mark.task("shallow")
def test_shallow_copy_of_a_dictionary():
    """The outer dictionary is new, its parts are not."""
    config = {"hosts": ["a", "b"], "port": 80}
    result = shallow_copy(config)
    assert result == {"hosts": ["a", "b"], "port": 80}
    assert result is not config
    assert result["hosts"] is config["hosts"]


@pytest.mark.task("shared-cyclic")
def test_a_shared_part_stays_shared():
    """One list in two places is one list in the copy, but not the original's."""
    shared = ["eu", "us"]
    config = {"read": shared, "write": shared}
    result = deep_copy(config)
    assert result == {"read": ["eu", "us"], "write": ["eu", "us"]}
    assert result["read"] is result["write"]
    assert result["read"] is not shared


@pytest.mark.task("history")
def test_save_and_undo():
    """Undo takes the same dictionary back to the saved state."""
    config = {"hosts": ["a"]}
    history = make_history(config)
    history["save"]()
    config["hosts"].append("b")
    config["port"] = 80
    assert history["undo"]() is True
    assert config == {"hosts": ["a"]}
    assert history["undo"]() is False


@pytest.mark.task("defaults")
def test_two_services():
    """A service does not see the tags of the one before."""
    first = new_service("mail")
    first["tags"].append("old")
    assert new_service("web") == {
        "name": "web",
        "tags": [],
        "limits": {"retries": 3, "timeouts": {"connect": 5, "read": 30}},
    }


@pytest.mark.task("slices")
def test_refill():
    """Everybody who holds the list sees its new elements."""
    target = [1, 2, 3]
    alias = target
    assert refill(target, (9, 8)) is None
    assert alias == [9, 8]
