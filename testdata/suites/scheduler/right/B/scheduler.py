from __future__ import annotations

import dataclasses
import datetime as dt
import graphlib
from enum import Enum, IntEnum, unique
from functools import total_ordering
from typing import Callable


@unique
class Priority(IntEnum):
    LOW, NORMAL, HIGH = 1, 2, 3

    @staticmethod
    def parse(text: str) -> Priority:
        return next(p for p in Priority if p.name.lower() == text.lower())


class TaskState(Enum):
    PENDING = 0
    DONE = 1
    FAILED = 2
    SKIPPED = 3


class CycleError(Exception):
    nodes: list


@total_ordering
@dataclasses.dataclass(eq=False)
class Task:
    name: str
    priority: Priority = Priority.NORMAL
    state: TaskState = TaskState.PENDING
    depends_on: list[str] = dataclasses.field(default_factory=list)
    action: Callable | None = dataclasses.field(default=None, repr=False)
    duration: dt.timedelta = dt.timedelta()

    def __lt__(self, other):
        return -self.priority < -other.priority


def topological_order(graph):
    try:
        return list(graphlib.TopologicalSorter(graph).static_order())
    except graphlib.CycleError as e:
        mine = CycleError("cycle")
        mine.nodes = e.args[1]
        raise mine from e


class Scheduler:
    def __init__(self):
        self.tasks: list[Task] = []
        self.errors: dict[str, Exception] = {}

    def add(self, task, action, *, duration=dt.timedelta()):
        if any(task.name == t.name for t in self.tasks):
            raise ValueError("duplicate name: " + task.name)
        task.action, task.duration = action, duration
        self.tasks.append(task)

    def in_order(self):
        by_name = {t.name: t for t in self.tasks}
        sorter = graphlib.TopologicalSorter({t.name: t.depends_on for t in self.tasks})
        sorter.prepare()
        ready = []
        while sorter.is_active():
            ready.extend(by_name[n] for n in sorter.get_ready())
            ready.sort()
            task = ready.pop(0)
            yield task
            sorter.done(task.name)

    def run(self):
        states = {}
        for task in self.in_order():
            if {states[d] for d in task.depends_on} <= {TaskState.DONE}:
                try:
                    task.action()
                except Exception as e:
                    states[task.name] = TaskState.FAILED
                    self.errors[task.name] = e
                else:
                    states[task.name] = TaskState.DONE
            else:
                states[task.name] = TaskState.SKIPPED
            task.state = states[task.name]
        return states

    def plan(self, start):
        def go(now):
            for task in self.in_order():
                yield task.name, now
                now += task.duration
        return list(go(start))
