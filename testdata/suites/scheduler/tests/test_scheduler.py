import dataclasses
import enum
import heapq
from datetime import datetime, timedelta

import pytest

from scheduler import CycleError, Priority, Scheduler, Task, TaskState, topological_order


@pytest.fixture
def start():
    return datetime(2024, 5, 6, 9, 0)


@pytest.fixture
def make_task():
    counter = iter(range(1, 100))

    def factory(**overrides):
        options = {"name": f"task{next(counter)}", "priority": Priority.NORMAL}
        options.update(overrides)
        return Task(**options)
    return factory


class TestTask:
    def test_defaults(self, make_task):
        task = make_task()
        assert task.state is TaskState.PENDING
        assert task.depends_on == []

    def test_default_list_is_not_shared(self, make_task):
        a, b = make_task(), make_task()
        a.depends_on.append("x")
        assert b.depends_on == []

    def test_is_dataclass(self, make_task):
        assert dataclasses.is_dataclass(Task)
        assert {f.name for f in dataclasses.fields(Task)} >= {"name", "priority", "state", "depends_on"}

    def test_replace(self, make_task):
        task = make_task(name="a")
        other = dataclasses.replace(task, name="b")
        assert (task.name, other.name) == ("a", "b")
        assert other.priority is task.priority

    def test_asdict(self):
        data = dataclasses.asdict(Task("a", Priority.HIGH, depends_on=["b"]))
        assert data["name"] == "a"
        assert data["depends_on"] == ["b"]
        assert data["priority"] is Priority.HIGH

    def test_order(self, make_task):
        low, high = make_task(priority=Priority.LOW), make_task(priority=Priority.HIGH)
        assert high < low
        assert sorted([low, high])[0] is high

    def test_heapq(self, make_task):
        heap = []
        for p in [Priority.LOW, Priority.HIGH, Priority.NORMAL]:
            heapq.heappush(heap, make_task(priority=p))
        assert [heapq.heappop(heap).priority.name for _ in range(3)] == ["HIGH", "NORMAL", "LOW"]


class TestPriority:
    def test_is_int_enum(self):
        assert issubclass(Priority, enum.IntEnum)
        assert Priority.HIGH > Priority.NORMAL > Priority.LOW
        assert Priority.LOW == 1

    def test_from_value(self):
        assert Priority(3) is Priority.HIGH
        with pytest.raises(ValueError, match="17 is not a valid Priority"):
            Priority(17)

    def test_iteration(self):
        assert [p.name for p in Priority] == ["LOW", "NORMAL", "HIGH"]
        assert {p: p.value for p in Priority}[Priority.NORMAL] == 2

    def test_parse(self):
        assert Priority.parse("high") is Priority.HIGH


class TestScheduler:
    def test_runs_in_priority_order(self, make_task):
        ran = []
        s = Scheduler()
        for p in (Priority.LOW, Priority.HIGH):
            s.add(make_task(priority=p), lambda p=p: ran.append(p))
        s.run()
        assert ran == [Priority.HIGH, Priority.LOW]

    def test_dependencies_first(self):
        ran = []
        s = Scheduler()
        s.add(Task("deploy", Priority.HIGH, depends_on=["build"]), lambda: ran.append("deploy"))
        s.add(Task("build", Priority.LOW), lambda: ran.append("build"))
        assert s.run() == {"build": TaskState.DONE, "deploy": TaskState.DONE}
        assert ran == ["build", "deploy"]

    def test_failure_skips_dependants(self):
        s = Scheduler()

        def fail():
            raise RuntimeError("no compiler")

        s.add(Task("build", Priority.LOW), fail)
        s.add(Task("deploy", Priority.LOW, depends_on=["build"]), lambda: pytest.fail("must not run"))
        assert s.run() == {"build": TaskState.FAILED, "deploy": TaskState.SKIPPED}
        assert str(s.errors["build"]) == "no compiler"
        assert type(s.errors["build"]) is RuntimeError

    def test_duplicate(self):
        s = Scheduler()
        s.add(Task("a", Priority.LOW), print)
        with pytest.raises(ValueError, match="duplicate"):
            s.add(Task("a", Priority.LOW), print)

    def test_schedule_times(self, start):
        s = Scheduler()
        s.add(Task("a", Priority.HIGH), print, duration=timedelta(minutes=30))
        s.add(Task("b", Priority.LOW), print, duration=timedelta(hours=1))
        assert s.plan(start) == [("a", datetime(2024, 5, 6, 9)), ("b", datetime(2024, 5, 6, 9, 30))]


def test_topological_order():
    assert topological_order({"c": ["a", "b"], "b": ["a"], "a": []}) == ["a", "b", "c"]


def test_cycle():
    with pytest.raises(CycleError) as info:
        topological_order({"a": ["b"], "b": ["a"]})
    assert set(info.value.nodes) == {"a", "b"}
