import heapq
from collections import deque
from itertools import count


class NoPath(Exception):
    def __init__(self, start, goal):
        super().__init__(f"no path from {start} to {goal}")
        self.start, self.goal = start, goal


class Graph:
    def __init__(self, directed=True):
        self.directed = directed
        self.edges = {}

    def connect(self, a, b, weight):
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})
        if not self.directed:
            self.edges[b][a] = weight

    def __getitem__(self, node):
        return self.edges[node]

    def __contains__(self, node):
        return node in self.edges

    def __iter__(self):
        return iter(self.edges)

    def __len__(self):
        return len(self.edges)

    def cost(self, path):
        return sum(self.edges[a][b] for a, b in zip(path, path[1:]))

    def bfs(self, start):
        seen, queue = {start}, deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for other in self.edges[node]:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)

    def shortest(self, start, goal, weight=None):
        weight = weight or (lambda a, b: self.edges[a][b])
        order = count()
        heap = [(0, next(order), start, [start])]
        done = set()
        while heap:
            cost, _, node, path = heapq.heappop(heap)
            if node == goal:
                return path
            if node in done:
                continue
            done.add(node)
            for other in self.edges[node]:
                heapq.heappush(heap, (cost + weight(node, other), next(order), other, path + [other]))
        raise NoPath(start, goal)


def toposort(needs):
    order, path = [], []

    def visit(node):
        if node in path:
            return
        if node not in order:
            path.append(node)
            for other in needs.get(node, []):
                visit(other)
            path.pop()
            order.append(node)

    for node in needs:
        visit(node)
    return order


def best_first(start, goal, neighbours, estimate):
    heap, seen = [(estimate(start), [start])], {start}
    while heap:
        _, path = heapq.heappop(heap)
        if goal(path[-1]):
            return path
        for other in neighbours(path[-1]):
            if other not in seen:
                seen.add(other)
                heapq.heappush(heap, (estimate(other), path + [other]))
    return None
