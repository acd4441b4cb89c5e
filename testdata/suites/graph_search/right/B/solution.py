from collections import defaultdict
from graphlib import CycleError, TopologicalSorter


class NoPath(LookupError):
    start = property(lambda self: self.args[0])
    goal = property(lambda self: self.args[1])


class Graph(defaultdict):
    def __init__(self, *, directed=True):
        super().__init__(dict)
        self.both_ways = not directed

    def connect(self, a, b, weight):
        self[a].update({b: weight})
        self[b].update({a: weight} if self.both_ways else {})

    def cost(self, path):
        total = 0
        for here, there in zip(path[:-1], path[1:]):
            total += self[here][there]
        return total

    def bfs(self, start):
        level, seen = [start], [start]
        while level:
            yield from level
            level = [n for n in dict.fromkeys(m for node in level for m in self[node]) if n not in seen]
            seen += level

    def shortest(self, start, goal, weight=None):
        best = {start: (0, None)}
        changed = True
        while changed:
            changed = False
            for a in list(best):
                for b, w in self[a].items():
                    cost = best[a][0] + (weight(a, b) if weight else w)
                    if b not in best or cost < best[b][0]:
                        best[b] = (cost, a)
                        changed = True
        if goal not in best:
            raise NoPath(start, goal)
        path = [goal]
        while path[0] is not start:
            path.insert(0, best[path[0]][1])
        return path


def toposort(needs):
    try:
        return [*TopologicalSorter(needs).static_order()]
    except CycleError as error:
        raise ValueError("cycle: " + " -> ".join(error.args[1])) from error


def best_first(start, *, goal, neighbours, estimate):
    paths = {start: [start]}
    open_nodes = {start}
    while open_nodes:
        node = min(sorted(open_nodes), key=estimate)
        if goal(node):
            return paths[node]
        open_nodes.remove(node)
        fresh = {n for n in neighbours(node) if n not in paths}
        paths.update({n: [*paths[node], n] for n in fresh})
        open_nodes |= fresh
