import functools

import pytest

from solution import PriorityQueue, Task, schedule


def test_order_of_tasks():
    low, high = Task("low", 9), Task("high", 1)
    assert high < low
    assert sorted([low, high]) == [high, low]
    assert max(low, high) is low


def test_equality_is_by_name_only():
    assert Task("a", 1) == Task("a", 2)
    assert Task("a", 1) != Task("b", 1)
    assert len({Task("a", 1), Task("a", 2)}) == 1


def test_pop_gives_the_same_objects():
    queue = PriorityQueue()
    tasks = [Task(n, p) for n, p in [("c", 3), ("a", 1), ("b", 2)]]
    for task in tasks:
        queue.push(task)
    assert queue.pop() is tasks[1]
    assert queue.peek() is tasks[2]
    assert len(queue) == 2


def test_equal_priorities_first_come_first_served():
    queue = PriorityQueue(key=lambda item: item["p"])
    for n in "xyz":
        queue.push({"n": n, "p": 1})
    queue.push({"n": "first", "p": 0})
    assert [item["n"] for item in queue.drain()] == ["first", "x", "y", "z"]


def test_items_of_the_test_with_their_own_order():
    @functools.total_ordering
    class Card:
        def __init__(self, rank):
            self.rank = rank

        def __eq__(self, other):
            return self.rank == other.rank

        def __lt__(self, other):
            return self.rank > other.rank

    queue = PriorityQueue()
    cards = [Card(r) for r in (2, 13, 7)]
    for card in cards:
        queue.push(card)
    assert [queue.pop().rank for _ in cards] == [13, 7, 2]


def test_incomparable_items():
    queue = PriorityQueue()
    queue.push(1)
    with pytest.raises(TypeError):
        queue.push("a")
        queue.pop()


def test_empty():
    queue = PriorityQueue()
    assert not queue
    with pytest.raises(IndexError, match="empty"):
        queue.pop()
    assert list(queue.drain()) == []


def test_reprioritise():
    queue = PriorityQueue()
    a, b = Task("a", 1), Task("b", 2)
    queue.push(a)
    queue.push(b)
    queue.update(b, priority=0)
    assert b.priority == 0
    assert queue.pop() is b


def test_iteration_does_not_consume():
    queue = PriorityQueue([3, 1, 2])
    assert list(queue) == [1, 2, 3]
    assert list(queue) == [1, 2, 3]
    assert 2 in queue


def test_schedule_runs_by_priority():
    log = []
    jobs = [Task("b", 2, run=lambda: log.append("b")), Task("a", 1, run=lambda: log.append("a") or "result")]
    assert schedule(jobs) == {"a": "result", "b": None}
    assert log == ["a", "b"]


def test_tasks_compared_with_other_things():
    assert Task("a", 1) != "a"
    with pytest.raises(TypeError):
        Task("a", 1) < 5
