import enum
from dataclasses import dataclass, field
from datetime import timedelta


class Priority(enum.Enum):
    LOW = 1
    NORMAL = 2
    HIGH = 3

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]


class TaskState(enum.Enum):
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


class CycleError(ValueError):
    def __init__(self, nodes):
        super().__init__(f"cycle among {sorted(nodes)}")
        self.nodes = nodes


@dataclass
class Task:
    name: str
    priority: Priority
    state: TaskState = TaskState.PENDING
    depends_on: list = field(default_factory=list)

    def __lt__(self, other):
        return self.priority.value > other.priority.value


def topological_order(graph):
    graph = {n: set(d) for n, d in graph.items()}
    order = []
    while graph:
        ready = [n for n, d in graph.items() if not d]
        if not ready:
            raise CycleError(list(graph))
        first = ready[0]
        order.append(first)
        del graph[first]
        for d in graph.values():
            d.discard(first)
    return order


class Scheduler:
    def __init__(self):
        self._tasks = {}
        self.errors = {}

    def add(self, task, action, duration=timedelta(0)):
        if task.name in self._tasks:
            raise ValueError(f"duplicate task {task.name}")
        self._tasks[task.name] = (task, action, duration)

    def _order(self):
        tasks = sorted((t for t, _, _ in self._tasks.values()))
        return topological_order({t.name: t.depends_on for t in tasks})

    def run(self):
        for name in self._order():
            task, action, _ = self._tasks[name]
            if any(self._tasks[d][0].state is not TaskState.DONE for d in task.depends_on):
                task.state = TaskState.SKIPPED
                continue
            try:
                action()
                task.state = TaskState.DONE
            except Exception as error:
                self.errors[name] = error
                task.state = TaskState.FAILED
        return {name: task.state for name, (task, _, _) in self._tasks.items()}

    def plan(self, start):
        result = []
        for name in self._order():
            result.append((name, start))
            start += self._tasks[name][2]
        return result
