"""From Python objects to a message (PROTOCOL.md, "Values"). No recursion: depth costs memory, never the stack."""

from __future__ import annotations

import json
import struct
import types
from typing import Any

from . import limits
from .space import Entry, Space, contents
from .values import (
    CONTAINERS, FIXED, INLINE, OF_CLASS, PLAIN, SINGLETONS, ZONED, Parts, has_own_zone, split_view, too_many_parts,
)

__tracebackhide__ = True  # pytest: no frame of this module is the test's

LENGTH = struct.Struct(">I")
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_METHODS = (types.BuiltinFunctionType, types.MethodType)
Item = Any  # a scalar, or [index of a node]


class Encoder:
    """Encodes one message of one side. full: send every container that changed, not only those reached."""

    def __init__(self, space: Space, full: bool, careful: bool = False) -> None:
        self._space = space
        self._full = full
        self._careful = careful
        self._nodes: list[list[Item]] = []
        self._index: dict[int, int] = {}        # id of an object -> its node
        self._keep: list[Any] = []              # temporary objects, so that no id is used twice
        self._fill: list[tuple[int, Entry, Parts]] = []
        self._reached: list[Any] = []           # to look at: what a container holds that did not change itself
        self._agreed: list[tuple[Entry, Parts]] = []
        self._told: list[int] = []
        self._new: list[int] = []               # numbers given in this message
        self._blobs: list[bytes] = []
        self._blob_end = 0

    def encode(self, head: list[Any], roots: list[Any], released: list[Any], reached: list[Any]) -> bytes:
        """A message with the given head (plain scalars) and values. The space is changed only when it succeeds."""
        try:
            numbers = self._space.numbers
            self._reached += [value for value in reached if id(value) in numbers or type(value) in (tuple, frozenset)]
            return self._message(head, roots, released)
        except BaseException:
            for number in self._new:
                self._space.drop(number)
            raise

    def _message(self, head: list[Any], roots: list[Any], released: list[Any]) -> bytes:
        if self._full:
            for number, entry in list(self._space.entries.items()):
                now = contents(entry)
                if entry.changed(now):
                    self._container(entry.obj, entry.kind)
        items = [self._item(root) for root in roots]
        while self._fill or self._reached:
            if self._reached:
                self._item(self._reached.pop())
                continue
            index, _, parts = self._fill.pop()
            self._nodes[index] += self._items(parts)
        data = _to_json([head, items, self._nodes, released]).encode()
        if LENGTH.size + len(data) + self._blob_end > limits.MAX_MESSAGE or too_many_parts(data):
            self._space.exceeded()
        for entry, parts in self._agreed:
            entry.shot = parts
        self._space.described.update(self._told)
        return b"".join((LENGTH.pack(len(data)), data, *self._blobs))

    def _items(self, parts: Parts) -> list[Item]:
        if not self._careful and set(map(type, parts)) <= INLINE:
            return parts
        return [self._item(part) for part in parts]

    def _item(self, obj: Any) -> Item:
        kind = type(obj)
        if kind in INLINE:
            if kind is str and (len(obj) > limits.INLINE_STR or self._careful):
                return self._text(obj)
            if kind is int and obj.bit_length() > limits.INLINE_INT_BITS:
                return [self._blob("i", obj.to_bytes(obj.bit_length() // 8 + 1, "little", signed=True))]
            return obj
        if isinstance(obj, _METHODS) and obj.__self__ is not None:
            obj = self._space.canonical(obj)
        index = self._index.get(id(obj))
        if index is None:
            index = self._whole(obj)
        return [self._node(obj) if index is None else index]

    def _text(self, obj: str) -> Item:
        try:
            data = obj.encode()
        except UnicodeEncodeError:
            data = obj.encode("utf-8", "surrogatepass")
        else:
            if len(obj) <= limits.INLINE_STR:
                return obj
        return [self._blob("s", data)]

    def _blob(self, tag: str, data: bytes) -> int:
        self._blobs.append(data)
        self._blob_end += len(data)
        return self._emit([tag, self._blob_end - len(data), len(data)])

    def _emit(self, node: list[Item], obj: Any = None) -> int:
        self._nodes.append(node)
        index = len(self._nodes) - 1
        if obj is not None:
            self._index[id(obj)] = index
            self._keep.append(obj)
        return index

    def _node(self, obj: Any) -> int:
        """The index of an object's node. Values that don't change stand behind all that they are made of."""
        stack: list[Any] = [obj]
        opened: dict[int, tuple[list[Item], Parts]] = {}
        while stack:
            top = stack[-1]
            if id(top) in self._index:
                stack.pop()
                continue
            if id(top) not in opened:
                whole = self._whole(top)
                if whole is not None:
                    stack.pop()
                    continue
                opened[id(top)] = self._open(top)
                self._keep.append(top)
                waiting = [part for part in opened[id(top)][1]
                           if type(part) not in INLINE and id(part) not in self._index and id(part) not in opened]
                if waiting:
                    stack += waiting
                    continue
            prefix, parts = opened[id(top)]
            stack.pop()
            # A part that is still open is a cycle through values that don't change: an exception in its own chain.
            items = [None if id(part) in opened and id(part) not in self._index else self._item(part)
                     for part in parts]
            self._emit([*prefix, *items], top)
        return self._index[id(obj)]

    def _whole(self, obj: Any) -> int | None:
        """The node of an object that needs no other node first."""
        space = self._space
        handle = space.proxy_ids.get(id(obj))
        if handle is not None:
            return self._emit(["p", handle], obj)
        if id(obj) in SINGLETONS:
            return self._emit([SINGLETONS[id(obj)]], obj)
        number = space.builtin_number(obj)
        if number is not None:
            return self._emit(["g", number], obj)
        kind = self._kind(obj)
        if kind in CONTAINERS:
            return self._container(obj, kind)
        if kind is bytes:
            index = self._blob("b", PLAIN[bytes](obj))
        elif kind in PLAIN:
            plain = self._item(PLAIN[kind](obj))
            index = plain[0] if type(plain) is list else self._emit(["v", plain])
        elif kind is None and (known := space.handle_known(obj)) is not None:
            index = self._emit(["h", known])
        else:
            return None
        self._index[id(obj)] = index
        self._keep.append(obj)
        return index

    def _kind(self, obj: Any) -> type | None:
        """The type of data that obj crosses as, None for a handle."""
        kind = self._space.data_type(obj)
        return self._space.own_zone(obj) if kind in ZONED and has_own_zone(obj) else kind

    def _open(self, obj: Any) -> tuple[list[Item], Parts]:
        """How the node of a value made of others begins, and the others."""
        view = split_view(obj)
        if view is not None:
            return [view[0]], [view[1]]
        kind = self._kind(obj)
        if kind is not None:
            fixed = FIXED[kind]
            return [fixed.tag], fixed.split(obj)
        name, parts = self._space.describe(obj)
        handle = self._space.export(obj)
        self._told.append(handle)
        return ["h", handle, name], parts

    def _container(self, obj: Any, kind: type) -> int:
        index = self._index.get(id(obj))
        if index is not None:
            return index
        container = CONTAINERS[kind]
        if id(obj) not in self._space.numbers:
            self._new.append(self._space.number(obj, kind))
        number = self._space.number(obj, kind)
        entry = self._space.entries[number]
        now = container.read(obj)
        if entry.changed(now):
            of_class = self._space.class_of(obj)
            head = [] if of_class is None else [OF_CLASS, [self._node(of_class)]]
            index = self._emit([*head, container.tag, number], obj)
            self._fill.append((index, entry, now))
            self._agreed.append((entry, now))
        else:
            index = self._emit(["=", number], obj)
            if not self._full:
                self._reached += (part for part in now if type(part) not in INLINE)
        return index


def encode(space: Space, head: list[Any], roots: list[Any], *, full: bool, released: list[Any] | None = None,
           reached: list[Any] | None = None) -> bytes:
    """Encode a message. reached: other values whose changes it tells. Raises what space.describe raises for an object
    that cannot cross."""
    try:
        return Encoder(space, full).encode(head, roots, released or [], reached or [])
    except (UnicodeEncodeError, ValueError):
        # A lone surrogate, or an int with more digits than JSON may print: look at every scalar.
        return Encoder(space, full, careful=True).encode(head, roots, released or [], reached or [])
