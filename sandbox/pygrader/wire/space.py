"""What one side knows of the other for the life of a test: numbered containers, and handles (REMOTE.md)."""

from __future__ import annotations

import collections
import io
import sys
import types
from typing import TYPE_CHECKING, Any

from . import table
from .values import CONTAINERS, Malformed, Parts, unchanged

if TYPE_CHECKING:
    from .loops import Loops

__tracebackhide__ = True  # pytest: no frame of this module is the test's


_SMALL = 100  # containers, and elements in all of them


class Entry:
    """A container that has crossed: the object, its kind, its elements when both sides last agreed on them."""

    __slots__ = ("obj", "kind", "shot", "tree", "filling")

    def __init__(self, obj: Any, kind: type) -> None:
        self.obj = obj
        self.kind = kind
        self.shot: Parts | None = None  # None: never sent
        self.tree = 1
        self.filling = False  # from a message: what hashing its keys asks for must not tell of a half-filled one

    def changed(self, now: Parts) -> bool:
        """Whether the other side has yet to learn what the container holds."""
        return not self.filling and (self.shot is None or not unchanged(self.kind, self.shot, now))


class Space:
    """The tables of one side. A subclass says how its own objects are described and the other's are shown.

    first is the first number that this side gives to a container: the judge gives even ones, the guest odd ones.
    """

    loops: Loops

    def __init__(self, first: int) -> None:
        self.parity = first % 2
        self._next_number = first
        self.entries: dict[int, Entry] = {}
        self.numbers: dict[int, int] = {}      # id of a container -> its number
        self._next_handle = 1
        self.exports: dict[int, Any] = {}      # handle -> own object
        self.export_ids: dict[int, int] = {}   # id of an own object -> its handle
        self.described: set[int] = set()       # handles that the other side knows
        self.proxies: dict[int, Any] = {}      # handle -> stand-in for the other's object
        self.proxy_ids: dict[int, int] = {}    # id of a stand-in -> its handle
        self.gone: list[int] = []              # handles below zero of stand-ins that have died by themselves
        self.offered: frozenset[int] = frozenset()
        self.returned: list[int] = []          # offered ones that were let go, to be told with the next answer
        self._methods: dict[tuple[int, str], Any] = {}

    # Containers

    def number(self, obj: Any, kind: type) -> int:
        """The number of a container, a new one if it has none yet."""
        number = self.numbers.get(id(obj))
        if number is None:
            number = self._next_number
            self._next_number += 2
            self.adopt(number, obj, kind)
        return number

    def adopt(self, number: int, obj: Any, kind: type) -> Entry:
        """Enter a container under a number."""
        entry = self.entries[number] = Entry(obj, kind)
        self.numbers[id(obj)] = number
        return entry

    def is_small(self) -> bool:
        """Whether looking for changes at each callback costs little. Many elements make that quadratic: sorting 4,000
        dicts by a test's key function took 17.9 s."""
        kinds: Any = [entry.kind for entry in self.entries.values()]  # whose __len__ is not a candidate's own
        return len(kinds) <= _SMALL and sum(
            kind.__len__(entry.obj) for kind, entry in zip(kinds, self.entries.values())) <= _SMALL

    def size(self) -> int:
        """How many containers and stand-ins there are."""
        return len(self.entries) + len(self.proxies)

    def release(self) -> list[int]:
        """Drop the containers and stand-ins that nothing but these tables holds.

        Returns the containers' numbers for the other side, and the stand-ins' handles below zero: so a generator of
        the candidate's is closed when the tests forget it.
        """
        gone, self.gone = self.gone, []
        for number, entry in list(self.entries.items()):
            # Held by the entry and by the argument of getrefcount alone; a change to it is told first.
            if sys.getrefcount(entry.obj) == 2 and not entry.changed(contents(entry)):
                gone.append(number)
                self.drop(number)
        for handle in list(self.proxies):
            # Held by the table and by the argument of getrefcount alone.
            if sys.getrefcount(self.proxies[handle]) == 2:
                gone.append(-handle)
                self.forget(handle)
        return gone

    def offers(self) -> list[list[int]]:
        """Own objects that nothing but this table holds: the other side may let them go, if it keeps none either."""
        if not self.exports:
            return []
        methods = [handle for handle, obj in self.exports.items() if isinstance(obj, types.MethodType)]
        free = [handle for handle in methods if sys.getrefcount(self.exports[handle]) == 2]
        bound = collections.Counter(id(self.exports[handle].__self__) for handle in free)
        for handle in self.exports.keys() - set(methods):
            if isinstance(file_of(self.exports[handle]), io.IOBase):  # its stand-in asks once more when it ends
                continue
            # Held by the table, by the argument of getrefcount, and by methods that are free themselves.
            if sys.getrefcount(self.exports[handle]) == 2 + bound[id(self.exports[handle])]:
                free.append(handle)
        self.offered = frozenset(free)
        self.described -= self.offered  # what crosses again is described again
        return [[handle] for handle in free]

    def consider(self, handle: int) -> None:
        """Let go what the other side offers to, if nothing but this table holds the stand-in."""
        if handle in self.proxies and sys.getrefcount(self.proxies[handle]) == 2:
            self.forget(handle)
            self.returned.append(handle)

    def take_back(self, handle: int) -> None:
        """The other side has let an offered object go. Malformed for any other."""
        if type(handle) is not int or handle not in self.offered or handle not in self.exports:
            raise Malformed("only the judge releases")
        self.drop(-handle)

    def known(self, handle: int) -> Any:
        """The stand-in for an object of the other side, None for an unknown one."""
        return self.proxies.get(handle)

    def drop(self, number: int) -> None:
        """Forget a container, or an own object whose handle, below zero, the other side has let go."""
        if number < 0:
            obj = self.exports.pop(-number, None)
            if self.export_ids.get(id(obj)) == -number:
                del self.export_ids[id(obj)]
            self.described.discard(-number)
            if isinstance(obj, types.CoroutineType) and sys.getrefcount(obj) == 2:
                obj.close()  # else Python says that it was never awaited
            return
        entry = self.entries.pop(number, None)
        if entry is not None:
            del self.numbers[id(entry.obj)]
            entry.obj = entry.shot = None  # so that what it held is seen to be free in the same pass

    # Handles

    def export(self, obj: Any) -> int:
        """The handle of an own object, kept alive from now on."""
        handle = self.export_ids.get(id(obj))
        if handle is None:
            handle = self._next_handle
            self._next_handle += 1
            self.exports[handle] = obj
            self.export_ids[id(obj)] = handle
        return handle

    def handle_known(self, obj: Any) -> int | None:
        """The handle of an own object that the other side needs no description of."""
        handle = self.export_ids.get(id(obj))
        return handle if handle in self.described else None

    def remember(self, handle: int, proxy: Any) -> Any:
        """Enter the stand-in for an object of the other side."""
        self.proxies[handle] = proxy
        self.proxy_ids[id(proxy)] = handle
        return proxy

    def forget(self, handle: int) -> None:
        """Drop a stand-in again."""
        proxy = self.proxies.pop(handle, None)
        self.proxy_ids.pop(id(proxy), None)
        if isinstance(proxy, types.CoroutineType):
            proxy.close()

    def canonical(self, method: types.BuiltinMethodType | types.MethodType) -> Any:
        """The method that stands for all equal ones: each look at an attribute of a built-in object makes a new one."""
        if isinstance(method, types.MethodType):
            return method
        return self._methods.setdefault((id(method.__self__), method.__name__), method)

    # What a side decides

    def builtin(self, number: int) -> Any:
        """What stands for an entry of the fixed table that the other side named."""
        return table.entry(number)

    def builtin_number(self, obj: Any) -> int | None:
        """The position of an object in the fixed table, None for any other."""
        return table.position(obj)

    def data_type(self, obj: Any) -> type | None:
        """The type of data that obj crosses as, None if it stays behind a handle."""
        raise NotImplementedError

    def own_zone(self, obj: Any) -> type | None:
        """As data_type, for a time or a zone that cannot be told as data (values.has_own_zone)."""
        return None

    def class_of(self, container: Any) -> Any:
        """The candidate's class of a container that has one and crosses as an instance of it, else None."""
        return None

    def new_container(self, of_class: Any, kind: type, plain: Any) -> Any:
        """An empty container of a candidate's class, where this side makes such. plain: one of the built-in kind."""
        raise Malformed("a container of a class")

    def describe(self, obj: Any) -> tuple[str, Parts]:
        """The kind of handle for an own object, and what the other side is told of it at once."""
        raise NotImplementedError

    def proxy(self, handle: int, kind: str, parts: Parts) -> Any:
        """A stand-in for an object of the other side."""
        raise NotImplementedError

    def exceeded(self) -> None:
        """A message is larger than may cross: raise something, or leave it to the receiver."""


def file_of(obj: Any) -> Any:
    """The file in a tempfile.NamedTemporaryFile; any other object as it is."""
    kind = type(obj)
    return obj.file if (kind.__module__, kind.__name__) == ("tempfile", "_TemporaryFileWrapper") else obj


def contents(entry: Entry) -> Parts:
    """The own elements of a container, now."""
    return CONTAINERS[entry.kind].read(entry.obj)
