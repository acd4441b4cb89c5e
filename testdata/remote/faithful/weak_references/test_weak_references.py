"""Weak references of tests to the solution's objects: dead when nobody holds them, there or here."""

# interface: objects
import gc
import weakref

from solution import Deleted, Leaking, Node, Parent, Tidy, deleted, drop, keep


def test_an_object_that_nobody_holds():
    thing = Tidy()
    reference = weakref.ref(thing)
    assert reference() is thing and isinstance(reference, weakref.ref)
    del thing
    assert reference() is None


def test_a_cycle_in_the_solution():
    node = Node(Node())
    reference = weakref.ref(node)
    del node
    gc.collect()
    assert reference() is None


def test_what_the_solution_holds():
    thing = Leaking()
    reference = weakref.ref(thing)
    del thing
    gc.collect()
    assert isinstance(reference(), Leaking)


def test_until_the_solution_lets_go():
    thing = Tidy()
    keep(thing)
    reference = weakref.ref(thing)
    del thing
    assert isinstance(reference(), Tidy)
    drop()
    assert reference() is None


def test_classes_of_the_tests():
    class Fine(Tidy):
        pass

    class Bad(Leaking):
        pass

    fine, bad = Fine(), Bad()
    references = weakref.ref(fine), weakref.ref(bad)
    del fine, bad
    gc.collect()
    assert references[0]() is None and references[1]() is not None


def test_callbacks():
    seen = []
    thing = Tidy()
    reference = weakref.ref(thing, seen.append)
    weakref.finalize(thing, seen.append, 1)
    del thing
    gc.collect()
    assert reference() is None and sorted(map(id, seen)) == sorted([id(reference), id(1)])


def test_deleted():
    thing = Deleted()
    reference = weakref.ref(thing)
    del thing
    assert deleted == [1] and reference() is None


def test_weak_references_of_the_solution():
    parent, child = Parent(), Node()
    parent.add(child)
    assert child.up() is parent
    reference = weakref.ref(parent)
    del parent
    gc.collect()
    assert reference() is None and child.up() is None


def test_weak_dicts():
    values = weakref.WeakValueDictionary()
    values[1] = thing = Tidy()
    assert 1 in values
    del thing
    gc.collect()
    assert 1 not in values


def test_of_the_tests_own():
    class Own:
        pass

    own = Own()
    reference = weakref.ref(own)
    assert reference() is own
    del own
    assert reference() is None
