import pytest

from solution import Door, State, TransitionError


def test_starts_closed(door, states):
    assert door.state is states.CLOSED


@pytest.mark.parametrize("steps, end", [
    (["open"], "OPEN"),
    (["open", "close"], "CLOSED"),
    (["lock"], "LOCKED"),
    (["lock", "unlock", "open"], "OPEN"),
], ids="+".join)
def test_paths(door, steps, end):
    for step in steps:
        getattr(door, step)()
    assert door.state == State[end]


def test_bad_transition(door):
    door.lock()
    with pytest.raises(TransitionError) as info:
        door.open()
    assert info.value.state is State.LOCKED
    assert info.value.action == "open"
    assert door.state is State.LOCKED


def test_comparing_states_by_value(door):
    assert door.state.value == "closed"
    assert State("open") != door.state


def test_allowed_actions(door):
    assert door.actions() == {"open", "lock"}
    door.open()
    assert door.actions() == {"close"}


def test_two_doors(door):
    other = Door()
    other.open()
    assert door.state is State.CLOSED
