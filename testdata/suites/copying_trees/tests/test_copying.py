import copy

import pytest

from solution import Document, Node, walk


@pytest.fixture
def tree():
    root = Node("root", tags=["top"])
    left = root.add(Node("left"))
    left.add(Node("leaf", tags=["a", "b"]))
    root.add(Node("right"))
    return root


def test_parent_links(tree):
    leaf = tree.children[0].children[0]
    assert leaf.parent is tree.children[0]
    assert leaf.root is tree
    assert tree.parent is None
    assert leaf.path == "/root/left/leaf"


def test_walk_is_depth_first(tree):
    assert [n.name for n in walk(tree)] == ["root", "left", "leaf", "right"]


def test_shallow_copy_shares_the_children(tree):
    twin = copy.copy(tree)
    assert twin is not tree
    assert twin.children is tree.children
    assert twin.tags is tree.tags
    twin.name = "other"
    assert tree.name == "root"


def test_deep_copy_shares_nothing(tree):
    twin = copy.deepcopy(tree)
    assert [n.name for n in walk(twin)] == [n.name for n in walk(tree)]
    twin.children[0].tags.append("new")
    assert tree.children[0].tags == []
    assert twin.children[0] is not tree.children[0]


def test_deep_copy_keeps_the_structure(tree):
    twin = copy.deepcopy(tree)
    assert twin.children[0].parent is twin
    assert twin.children[0].children[0].root is twin


def test_deep_copy_of_an_inner_node_is_a_new_root(tree):
    twin = copy.deepcopy(tree.children[0])
    assert twin.parent is None
    assert twin.path == "/left"


def test_same_object_twice_in_a_list(tree):
    pair = copy.deepcopy([tree, tree])
    assert pair[0] is pair[1]


def test_moving_a_node(tree):
    leaf = tree.children[0].children[0]
    tree.children[1].add(leaf)
    assert leaf.path == "/root/right/leaf"
    assert tree.children[0].children == []


def test_no_cycles(tree):
    with pytest.raises(ValueError, match="own descendant"):
        tree.children[0].add(tree)


def test_document_copy_gets_a_new_number():
    a = Document("text", {"author": "me"})
    b = copy.copy(a)
    assert b.text == "text"
    assert b.number == a.number + 1
    assert b.meta == a.meta and b.meta is not a.meta


def test_document_cannot_be_deep_copied():
    with pytest.raises(TypeError, match="use copy.copy"):
        copy.deepcopy(Document("x"))
