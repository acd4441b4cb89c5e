import heapq
from itertools import count


class Task:
    def __init__(self, name, priority, run=None):
        self.name = name
        self.priority = priority
        self.run = run

    def __eq__(self, other):
        if not isinstance(other, Task):
            return NotImplemented
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        if not isinstance(other, Task):
            return NotImplemented
        return self.priority < other.priority

    def __gt__(self, other):
        return other < self


class _Entry:
    def __init__(self, key, number, item):
        self.key, self.number, self.item = key, number, item

    def __lt__(self, other):
        if self.key < other.key:
            return True
        if other.key < self.key:
            return False
        return self.number < other.number


class PriorityQueue:
    def __init__(self, items=(), key=lambda item: item):
        self._key = key
        self._numbers = count()
        self._heap = []
        for item in items:
            self.push(item)

    def push(self, item):
        heapq.heappush(self._heap, _Entry(self._key(item), next(self._numbers), item))

    def pop(self):
        if not self._heap:
            raise IndexError("queue is empty")
        return heapq.heappop(self._heap).item

    def peek(self):
        return self._heap[0].item

    def drain(self):
        while self._heap:
            yield self.pop()

    def update(self, task, priority):
        task.priority = priority
        heapq.heapify(self._heap)

    def __len__(self):
        return len(self._heap)

    def __iter__(self):
        return iter([entry.item for entry in sorted(self._heap)])


def schedule(tasks):
    return {task.name: task.run() for task in PriorityQueue(tasks).drain()}
