import pytest

from solution import Machine


@pytest.fixture
def machine(log):
    m = Machine("idle")
    m.add("idle", "start", "running", action=lambda: log.append("started"))
    m.add("running", "stop", "idle")
    m.add("running", "fail", "broken", guard=lambda: "started" in log)
    m.on_enter("broken", lambda old, new: log.append((old, new)))
    return m


def test_fire_runs_the_action(machine, log):
    assert machine.fire("start") == "running"
    assert log == ["started"]


def test_guard(machine, log):
    machine.fire("start")
    log.clear()
    assert not machine.can("fail")
    log.append("started")
    machine.fire("fail")
    assert log == ["started", ("running", "broken")]


def test_error_in_an_action_leaves_the_state(machine):
    def boom():
        raise OSError("jam")

    machine.add("idle", "kick", "broken", action=boom)
    with pytest.raises(OSError, match="jam"):
        machine.fire("kick")
    assert machine.state == "idle"


def test_history(machine):
    for event in ("start", "stop", "start"):
        machine.fire(event)
    assert machine.history == ["idle", "running", "idle", "running"]


def test_unknown_event(machine):
    with pytest.raises(LookupError):
        machine.fire("fly")
