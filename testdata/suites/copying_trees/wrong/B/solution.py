import copy
import itertools


class Node:
    def __init__(self, name, tags=None):
        self.name = name
        self.tags = tags if tags is not None else []
        self.children = []
        self.parent = None

    def add(self, node):
        if node is self or node in list(self.ancestors()):
            raise ValueError("a node cannot be its own descendant")
        if node.parent is not None:
            node.parent.children.remove(node)
        node.parent = self
        self.children.append(node)
        return node

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def root(self):
        return ([self] + list(self.ancestors()))[-1]

    @property
    def path(self):
        names = [self.name] + [n.name for n in self.ancestors()]
        return "/" + "/".join(reversed(names))

    def __deepcopy__(self, memo):
        twin = Node(self.name, self.tags)
        for child in self.children:
            twin.add(copy.deepcopy(child, memo))
        return twin


def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)


class Document:
    _numbers = itertools.count(1)

    def __init__(self, text, meta=None):
        self.text = text
        self.meta = meta or {}
        self.number = next(self._numbers)

    def __copy__(self):
        return Document(self.text, dict(self.meta))

    def __deepcopy__(self, memo):
        raise TypeError("use copy.copy for documents")
