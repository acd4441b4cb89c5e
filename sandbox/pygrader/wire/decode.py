"""From a message to Python objects (PROTOCOL.md, "Values").

In the judge every message is a claim: it is checked whole (bytes, nodes, tree, hashes) before anything is written, and
only containers that crossed earlier are written to. Malformed is raised for anything else. No recursion.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from . import limits
from .encode import LENGTH
from .space import Entry, Space
from .values import (
    CONTAINER_TAGS, EXACT, FIXED_TAGS, INLINE, OF_CLASS, SINGLETON_TAGS, VIEW_TAGS, Malformed, Parts, build_view,
    new_container, too_many_parts)

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_MISSING: Any = object()
_from_json = json.JSONDecoder().decode
_LEAVES = ("p", "b", "=", "g", "s", "i", "el", "ni")  # nodes without items: most calls are made of these alone
_LEADING = {"h": 3, "p": 2, "g": 2, "=": 2, "b": 3, "s": 3, "i": 3}  # parts of a node that are no items


class Decoder:
    """Decodes one message for one side. trusted: the sender is the judge, so only the form is checked."""

    def __init__(self, space: Space, payload: bytes, trusted: bool) -> None:
        self._space = space
        self._trusted = trusted
        self.head, self._roots, self._nodes, self.released, self._blobs = _parse(payload)
        self._built: list[Any] = [_MISSING] * len(self._nodes)
        self._tree: list[int] = []
        self._hashed = 0  # parts of keys so far
        self._seen: set[int] = set()  # numbers of the containers that it tells of
        self._adopted: list[int] = []
        self._remembered: list[int] = []

    def values(self) -> list[Any]:
        """The values of the message, with every container that it tells of refilled; all of it or nothing."""
        try:
            return [sys.intern(value) if type(value) is str else value for value in self._values()]  # for `is`
        except BaseException:
            for number in self._adopted:
                self._space.drop(number)
            for handle in self._remembered:
                self._space.forget(handle)
            raise

    def _values(self) -> list[Any]:
        for released in self.released:
            if not self._trusted:
                self._space.take_back(released)
            elif isinstance(released, int):
                self._space.drop(released)
            else:
                self._space.consider(released[0])
        if not self._nodes:
            return self._resolve(self._roots)
        if all(type(node) is list and node and (node[0] in _LEAVES or node[0] == "h" and len(node) == 2)
               for node in self._nodes):
            self._built = [self._known(node).obj if node[0] == "=" else self._build(index, node)
                           for index, node in enumerate(self._nodes)]
            return self._resolve(self._roots)
        fills = self._shells()
        self._measure()
        for index, node in enumerate(self._nodes):
            if self._built[index] is _MISSING and node[0] == OF_CLASS:
                fills.append(self._shell_of_class(index, node))
            elif self._built[index] is _MISSING:
                self._built[index] = self._build(index, node)
        roots = self._resolve(self._roots)
        self._fill([(entry, tag, self._resolve(items)) for entry, tag, items in fills])
        if not self._trusted:
            for index, node in enumerate(self._nodes):
                if node[0] in CONTAINER_TAGS:
                    self._space.entries[node[1]].tree = self._tree[index]
                elif node[0] == OF_CLASS:
                    self._space.entries[node[3]].tree = self._tree[index]
        return roots

    def _fill(self, filled: list[tuple[Entry, str, Parts]]) -> None:
        for entry, _, _ in filled:
            entry.filling = True
        try:
            for entry, tag, parts in filled:
                self._check_container(entry, tag, parts)
            # Hashing asks values that may be made of containers, so what hashes is filled last.
            for entry, tag, parts in sorted(filled, key=lambda fill: CONTAINER_TAGS[fill[1]][1].hashes):
                CONTAINER_TAGS[tag][1].write(entry.obj, parts)
                entry.shot = parts
        finally:
            for entry, _, _ in filled:
                entry.filling = False

    def _shells(self) -> list[tuple[Entry, str, list[Any]]]:
        """Make or find every container that the message names."""
        fills = []
        for index, node in enumerate(self._nodes):
            if type(node) is not list or not node or type(node[0]) is not str:
                raise Malformed("node")
            tag = node[0]
            if tag == "=":
                self._built[index] = self._known(node).obj
            elif tag in CONTAINER_TAGS:
                if len(node) < 2 or type(node[1]) is not int or node[1] in self._seen:
                    raise Malformed("number of a container")
                self._seen.add(node[1])
                entry = self._entry(tag, node[1], node[2:])
                self._built[index] = entry.obj
                fills.append((entry, tag, node[2:]))
        return fills

    def _shell_of_class(self, index: int, node: list[Any]) -> tuple[Entry, str, list[Any]]:
        """Make or find a container of a candidate's class, which stands before it."""
        if (len(node) < 4 or type(node[2]) is not str or node[2] not in CONTAINER_TAGS or type(node[3]) is not int
                or node[3] in self._seen):
            raise Malformed("a container of a class")
        self._seen.add(node[3])
        (of_class,) = self._resolve(node[1:2])
        entry = self._entry(node[2], node[3], node[4:], of_class)
        if type(entry.obj) in EXACT:
            raise Malformed("a container of another class")
        self._built[index] = entry.obj
        return entry, node[2], node[4:]

    def _known(self, node: list[Any]) -> Entry:
        entry = self._space.entries.get(node[1]) if len(node) == 2 and type(node[1]) is int else None
        if entry is None:
            raise Malformed("a container that never crossed")
        return entry

    def _entry(self, tag: str, number: int, items: list[Any], of_class: Any = None) -> Entry:
        entry = self._space.entries.get(number)
        kind = CONTAINER_TAGS[tag][0]
        if entry is None:
            if number < 1 or number % 2 == self._space.parity:
                raise Malformed("a container that was released")
            parts = self._resolve_early(items[:2]) if tag == "ar" else items
            made = new_container(tag, parts)
            if of_class is not None:
                made = self._space.new_container(of_class, kind, made)
            self._adopted.append(number)
            return self._space.adopt(number, made, kind)
        if entry.kind is not kind:
            raise Malformed("a container of another kind")
        return entry

    def _resolve_early(self, items: list[Any]) -> Parts:
        return [self._built_blob(item[0]) if type(item) is list and len(item) == 1 else item for item in items]

    def _built_blob(self, index: Any) -> Any:
        if type(index) is not int or not 0 <= index < len(self._nodes):
            raise Malformed("reference")
        node = self._nodes[index]
        if self._built[index] is _MISSING and type(node) is list and node[:1] == ["b"]:
            self._built[index] = self._build(index, node)
        return self._built[index]

    def _items_of(self, node: list[Any]) -> list[Any]:
        tag = node[0]
        if tag == OF_CLASS:
            return node[1:2] + node[4:]
        return node[2:] if tag in CONTAINER_TAGS else node[_LEADING.get(tag, 1):]

    def _measure(self) -> None:
        """Bound the tree of every value: shared parts count at each place, a cycle's return as one."""
        if self._trusted:
            return
        count = len(self._nodes)
        self._tree = [0] * count
        children: list[list[int]] = []
        for node in self._nodes:
            refs = []
            for item in self._items_of(node):
                kind = type(item)
                if kind is list:
                    if not (len(item) == 1 and type(item[0]) is int and 0 <= item[0] < count):
                        raise Malformed("reference")
                    refs.append(item[0])
                elif kind not in INLINE:
                    raise Malformed("item")
            children.append(refs)
        for start in range(count):
            stack = [start]
            while stack:
                index = stack[-1]
                if self._tree[index] > 0:
                    stack.pop()
                elif self._tree[index] == 0:
                    self._tree[index] = -1  # open
                    stack += (child for child in children[index] if self._tree[child] == 0)
                else:
                    stack.pop()
                    self._tree[index] = self._size(index, children[index])
        for root in self._roots:
            if type(root) is list:
                self._check_tree(root[0] if len(root) == 1 else -1)
        for index in range(count):
            self._check_tree(index)

    def _size(self, index: int, children: list[int]) -> int:
        node = self._nodes[index]
        if node[0] == "=":
            return self._known(node).tree
        size = len(node) + sum(max(1, self._tree[child]) for child in children)
        return min(size, limits.MAX_TREE + 1)

    def _check_tree(self, index: Any) -> None:
        if type(index) is not int or not 0 <= index < len(self._tree):
            raise Malformed("reference")
        if self._tree[index] > limits.MAX_TREE:
            raise Malformed(f"a value of more than {limits.MAX_TREE} parts, shared ones counted at each place")

    def _resolve(self, items: Any) -> Parts:
        kinds = set(map(type, items))
        if kinds <= INLINE:
            return list(items)
        if not kinds <= INLINE | {list}:
            raise Malformed("item")
        return [self._at(item) if type(item) is list else item for item in items]

    def _at(self, item: list[Any]) -> Any:
        if len(item) == 1 and type(item[0]) is int and 0 <= item[0] < len(self._built):
            value = self._built[item[0]]
            if value is not _MISSING:
                return value
        raise Malformed("reference to a value that does not stand before it")

    def _build(self, index: int, node: list[Any]) -> Any:
        """Build a value that does not change from parts that stand before it."""
        tag = node[0]
        try:
            if tag in FIXED_TAGS:
                parts = self._resolve(node[1:])
                if tag == "f":
                    self._check_keys(parts, node[1:])
                return FIXED_TAGS[tag].build(parts)
            if tag in ("b", "s", "i"):
                return self._blob(*node)
            if tag in SINGLETON_TAGS:
                return SINGLETON_TAGS[tag]
            if tag == "v":
                return self._resolve(node[1:])[0]
            if tag == "g":
                return self._space.builtin(_natural(node[1]))
            if tag == "p":
                return self._space.exports[_natural(node[1])]
            if tag in VIEW_TAGS:
                (target,) = self._resolve(node[1:])
                return build_view(tag, target)
            if tag == "h":
                return self._handle(node)
        except Malformed:
            raise
        except Exception as error:
            raise Malformed(f"{type(error).__name__} in a node of kind {tag[:8]!r}") from None
        raise Malformed(f"unknown kind of node {tag[:8]!r}")

    def _handle(self, node: list[Any]) -> Any:
        handle = _natural(node[1])
        known = self._space.known(handle)
        if len(node) == 2 or known is not None:
            if known is None:
                raise Malformed("unknown handle")
            return known
        if type(node[2]) is not str:
            raise Malformed("kind of a handle")
        self._remembered.append(handle)
        return self._space.remember(handle, self._space.proxy(handle, node[2], self._resolve(node[3:])))

    def _blob(self, tag: str, start: Any, length: Any) -> Any:
        start, length = _natural(start), _natural(length)
        if start + length > len(self._blobs):
            raise Malformed("bytes past the end")
        data = bytes(self._blobs[start:start + length])
        if tag == "b":
            return data
        return data.decode("utf-8", "surrogatepass") if tag == "s" else int.from_bytes(data, "little", signed=True)

    def _check_container(self, entry: Entry, tag: str, parts: Parts) -> None:
        container = CONTAINER_TAGS[tag][1]
        if container.hashes:
            keys = parts if tag == "S" else parts[1::2] if tag == "dd" else parts[::2]
            if tag != "S" and (len(parts) - (tag == "dd")) % 2:
                raise Malformed("a key without a value")
            self._check_keys(keys, None)
        if tag == "dd" and not (parts and (parts[0] is None or callable(parts[0]))):
            raise Malformed("the factory of a defaultdict")
        if tag == "cm" and not (parts and all(isinstance(part, dict) for part in parts)):
            raise Malformed("the maps of a ChainMap")
        if tag == "ba" and not (len(parts) == 1 and type(parts[0]) is bytes):
            raise Malformed("the bytes of a bytearray")
        if tag == "ar" and not (len(parts) == 2 and parts[0] == entry.obj.typecode and type(parts[1]) is bytes
                                and len(parts[1]) % entry.obj.itemsize == 0):
            raise Malformed("the elements of an array")

    def _check_keys(self, keys: Parts, items: list[Any] | None) -> None:
        """Hash keys only when that is cheap and they are not made to collide."""
        if self._trusted:
            return
        if not set(map(type, keys)) <= INLINE:
            for key in keys:
                self._hashed += _check_hashed(key)
                if self._hashed > limits.MAX_TREE:
                    raise Malformed("keys that together are too large to hash")
        try:
            hashes = Counter(map(hash, keys))
        except Exception as error:  # what cannot be hashed
            raise Malformed(f"{type(error).__name__} in a key") from None
        if len(keys) > limits.MAX_EQUAL_HASHES and max(hashes.values()) > limits.MAX_EQUAL_HASHES:
            raise Malformed(f"more than {limits.MAX_EQUAL_HASHES} keys with the same hash")


def _check_hashed(key: Any) -> int:
    """Bound the depth and the tree of a value that will be hashed; the size of that tree."""
    if type(key) not in (tuple, frozenset):
        return 1
    budget = limits.MAX_HASHED_TREE
    level = [key]
    for _ in range(limits.MAX_HASHED_DEPTH):
        level = [part for value in level if type(value) in (tuple, frozenset) for part in value]
        budget -= len(level)
        if not level:
            return limits.MAX_HASHED_TREE - budget
        if budget < 0:
            break
    raise Malformed("a key that is too deep or too large to hash")


def _natural(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise Malformed("number")
    return value


def _parse(payload: bytes) -> tuple[list[Any], list[Any], list[Any], list[Any], memoryview]:
    """Split a message into head, values, nodes, released numbers and bytes, its size checked first."""
    if not LENGTH.size <= len(payload) <= limits.MAX_MESSAGE:
        raise Malformed("size of a message")
    end = LENGTH.size + int(LENGTH.unpack_from(payload)[0])
    if end > len(payload):
        raise Malformed("size of a message")
    text = payload[LENGTH.size:end]
    if too_many_parts(text):
        raise Malformed(f"more than {limits.MAX_NODES} nodes and items")
    try:
        message = _from_json(text.decode())
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if type(message) is not list or [type(part) for part in message] != [list] * 4:
        raise Malformed("parts of a message")
    head, roots, nodes, released = message
    if not set(map(type, head)) <= INLINE or not set(map(type, released)) <= {int, list}:
        raise Malformed("head of a message")
    return head, roots, nodes, released, memoryview(payload)[end:]
