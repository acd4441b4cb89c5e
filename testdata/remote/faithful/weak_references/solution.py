import weakref

kept = []
deleted = []


class Node:
    def __init__(self, parent=None):
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


class Leaking:
    values = {}

    def __init__(self):
        self.values[self] = 1


class Tidy:
    values = weakref.WeakKeyDictionary()

    def __init__(self):
        self.values[self] = 1


class Deleted:
    def __del__(self):
        deleted.append(1)


class Parent:
    def __init__(self):
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.up = weakref.ref(self)


def keep(thing):
    kept.append(thing)


def drop():
    kept.clear()
