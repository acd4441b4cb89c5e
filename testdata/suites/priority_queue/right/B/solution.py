import bisect
from dataclasses import dataclass, field
from typing import Any, Callable, Optional


@dataclass(unsafe_hash=True)
class Task:
    name: str
    priority: int = field(compare=False)
    run: Optional[Callable] = field(default=None, compare=False, repr=False)

    def __lt__(self, other: "Task") -> bool:
        if isinstance(other, Task):
            return self.priority < other.priority
        return NotImplemented


class PriorityQueue:
    """A sorted list."""

    def __init__(self, items: Any = (), key: Callable = None) -> None:
        self.key = key
        self.items: list = sorted(items, key=key)

    def push(self, item):
        bisect.insort_right(self.items, item, key=self.key)

    def pop(self):
        try:
            return self.items.pop(0)
        except IndexError:
            raise IndexError("pop from an empty queue") from None

    def peek(self):
        return self.items[0]

    def drain(self):
        items, self.items = self.items, []
        return items

    def update(self, task, priority):
        task.priority = priority
        self.items.sort(key=self.key)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


def schedule(tasks):
    results = {}
    for task in sorted(tasks):
        results[task.name] = task.run()
    return results
