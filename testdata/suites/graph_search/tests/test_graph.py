from collections import namedtuple

import pytest

from solution import Graph, NoPath, best_first, toposort

Edge = namedtuple("Edge", "source target weight")
EDGES = [Edge("a", "b", 1), Edge("b", "c", 2), Edge("a", "c", 5), Edge("c", "d", 1)]


@pytest.fixture
def graph():
    g = Graph()
    for edge in EDGES:
        g.connect(*edge)
    return g


def test_neighbours(graph):
    assert graph["a"] == {"b": 1, "c": 5}
    assert graph["d"] == {}
    assert "x" not in graph


def test_shortest(graph):
    path = graph.shortest("a", "d")
    assert path == ["a", "b", "c", "d"]
    assert graph.cost(path) == 4


def test_no_path(graph):
    with pytest.raises(NoPath) as info:
        graph.shortest("d", "a")
    assert (info.value.start, info.value.goal) == ("d", "a")


def test_weight_function_of_the_test(graph):
    hops = graph.shortest("a", "d", weight=lambda source, target: 1)
    assert hops == ["a", "c", "d"]


def test_breadth_first_is_lazy(graph):
    walk = graph.bfs("a")
    assert next(walk) == "a"
    assert set([next(walk), next(walk)]) == {"b", "c"}
    assert list(walk) == ["d"]


def test_nodes_may_be_objects():
    class Town:
        def __init__(self, name):
            self.name = name

    york, leeds = Town("York"), Town("Leeds")
    g = Graph()
    g.connect(york, leeds, 3)
    assert g.shortest(york, leeds) == [york, leeds]
    assert next(iter(g)) is york


def test_nodes_may_be_tuples():
    g = Graph()
    g.connect((0, 0), (0, 1), 1)
    assert list(g.bfs((0, 0))) == [(0, 0), (0, 1)]


def test_toposort():
    order = toposort({"shoes": ["socks"], "socks": [], "hat": ["shoes"]})
    assert order == ["socks", "shoes", "hat"]


def test_toposort_cycle():
    with pytest.raises(ValueError, match="cycle: [ab] -> [ab] -> [ab]"):
        toposort({"a": ["b"], "b": ["a"]})


def test_search_over_implicit_graph():
    asked = []

    def neighbours(n):
        asked.append(n)
        return [n * 2, n + 3]

    path = best_first(1, goal=lambda n: n == 11, neighbours=neighbours, estimate=lambda n: abs(11 - n))
    assert path == [1, 4, 8, 11]
    assert len(asked) < 10


def test_undirected():
    g = Graph(directed=False)
    g.connect("x", "y", 2)
    assert g["y"] == {"x": 2}
    assert len(g) == 2
