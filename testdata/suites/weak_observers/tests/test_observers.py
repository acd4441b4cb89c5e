import gc
import weakref

import pytest

from solution import Cache, Subject


class Listener:
    def __init__(self):
        self.seen = []

    def update(self, subject, value):
        self.seen.append(value)


@pytest.fixture
def subject():
    return Subject()


def test_listener_is_told(subject):
    listener = Listener()
    subject.attach(listener)
    subject.value = 1
    subject.value = 2
    assert listener.seen == [1, 2]


def test_same_value_is_no_news(subject):
    listener = Listener()
    subject.attach(listener)
    subject.value = 1
    subject.value = 1
    assert listener.seen == [1]


def test_detach(subject):
    listener = Listener()
    subject.attach(listener)
    subject.detach(listener)
    subject.value = 1
    assert listener.seen == []
    subject.detach(listener)


def test_dead_listeners_are_forgotten(subject):
    subject.attach(Listener())
    keep = Listener()
    subject.attach(keep)
    gc.collect()
    assert subject.count() == 1
    subject.value = 5
    assert keep.seen == [5]


def test_listener_is_not_kept_alive(subject):
    listener = Listener()
    ref = weakref.ref(listener)
    subject.attach(listener)
    del listener
    gc.collect()
    assert ref() is None


def test_gets_the_subject_itself(subject):
    class Checker:
        def update(self, source, value):
            self.source = source

    checker = Checker()
    subject.attach(checker)
    subject.value = "x"
    assert checker.source is subject


def test_listener_may_detach_itself(subject):
    class Once(Listener):
        def update(self, source, value):
            super().update(source, value)
            source.detach(self)

    once, always = Once(), Listener()
    subject.attach(once)
    subject.attach(always)
    subject.value = 1
    subject.value = 2
    assert (once.seen, always.seen) == ([1], [1, 2])


def test_subject_can_be_weakly_referenced():
    subject = Subject()
    ref = weakref.ref(subject)
    assert ref() is subject
    del subject
    gc.collect()
    assert ref() is None


def test_cache_holds_values_weakly():
    cache = Cache(lambda key: Listener())
    first = cache.get("a")
    assert cache.get("a") is first
    assert len(cache) == 1
    del first
    gc.collect()
    assert len(cache) == 0
