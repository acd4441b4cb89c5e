"""What the solution keeps stays as it is, however often tests look at it."""

# interface: objects
from solution import Document, Graph, Place


def test_keys_with_a_hash_of_their_own():
    graph = Graph()
    assert graph.distances[Place("b")] == 2 and graph.sizes() == (2, 1)
    assert Place("c") in graph.visited and graph.sizes() == (2, 1)
    graph.distances[Place("d")] = 3
    graph.visited.add(Place("a"))
    assert graph.sizes() == (3, 2) and len(graph.distances) == 3


def test_data_with_a_second_base():
    document = Document()
    for _ in range(3):
        assert document.contents() == ["bar"]
    assert document.contents()[0] is document.text and document.text.parent is document
