import dataclasses
from copy import deepcopy


@dataclasses.dataclass(eq=False)
class Node:
    name: str
    tags: list = dataclasses.field(default_factory=list)
    children: list = dataclasses.field(default_factory=list)
    parent: "Node | None" = None

    @property
    def root(self):
        return self.parent.root if self.parent else self

    @property
    def path(self):
        return (self.parent.path if self.parent else "") + "/" + self.name

    def add(self, node):
        above = self
        while above:
            if above is node:
                raise ValueError(f"{node.name} would become its own descendant")
            above = above.parent
        if node.parent:
            node.parent.children.remove(node)
        node.parent = self
        self.children.append(node)
        return node

    def __deepcopy__(self, memo):
        twin = memo[id(self)] = Node(self.name)
        if id(self.parent) in memo:
            twin.parent = memo[id(self.parent)]
        twin.tags = deepcopy(self.tags, memo)
        twin.children = deepcopy(self.children, memo)
        return twin


def walk(node):
    todo = [node]
    while todo:
        yield (here := todo.pop())
        todo.extend(reversed(here.children))


class Document:
    made = 0

    def __init__(self, text, meta=()):
        Document.made += 1
        self.text, self.meta, self.number = text, dict(meta), Document.made

    def __copy__(self):
        return type(self)(self.text, self.meta)

    def __deepcopy__(self, memo):
        raise TypeError("documents are numbered: use copy.copy")
