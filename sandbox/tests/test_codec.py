"""The codec where whole suites do not reach: failures half way, release, odd scalars, depth, what is sent when."""

from __future__ import annotations

import collections
import json
import math
import sys
import types
from typing import Any

import pytest
from pygrader.wire import limits
from pygrader.wire.link import Link
from pygrader.wire.values import too_many_parts
from sides import Secret, Side, StandIn, cross, message, pair, receive


def nodes_of(data: bytes) -> list[list[Any]]:
    """The nodes of a message."""
    nodes: list[list[Any]] = json.loads(data[4:4 + int.from_bytes(data[:4], "big")])[2]
    return nodes


def forbidden() -> Secret:
    """An object that describe refuses."""
    secret = Secret()
    secret.private = True  # type: ignore[attr-defined]
    return secret


# Failures half way


def test_failure_takes_numbers_back() -> None:
    """A message that was never sent leaves no number behind, and what both sides know stays known."""
    judge, guest = pair()
    known, fresh = [1], [2]
    cross(judge, guest, known)
    with pytest.raises(PermissionError):
        message(judge, [fresh, known, forbidden()])
    assert list(judge.entries) == [2] and id(fresh) not in judge.numbers
    got = cross(judge, guest, [fresh, known])
    assert got == [[2], [1]] and got[1] is guest.entries[2].obj


def test_failure_keeps_changes_unsent() -> None:
    """A change that a failed message would have told of is told by the next one."""
    judge, guest = pair()
    items = [1]
    theirs = cross(judge, guest, items)
    items.append(2)
    with pytest.raises(PermissionError):
        message(judge, items, forbidden())
    cross(judge, guest, None)
    assert theirs == [1, 2]


def test_failure_describes_nothing() -> None:
    """An object whose description was not sent is described by the next message."""
    judge, guest = pair()
    secret = Secret()
    with pytest.raises(PermissionError):
        message(judge, (secret, forbidden()))
    assert isinstance(cross(judge, guest, secret), StandIn)


class Wire:
    """Gives messages to the other side's link and keeps its answers."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def send(self, data: bytes) -> None:
        """Keep it."""
        self.sent.append(data)

    def receive(self) -> bytes:
        """An answer with the value None."""
        text = b'[["=","call"],[null],[],[]]'
        return len(text).to_bytes(4, "big") + text


def test_failure_keeps_releases_for_the_next_message() -> None:
    """What was released when a message failed is told with the next one, or the guest would hold it for ever."""
    judge, guest = pair()
    wire = Wire()
    link = Link(judge, wire, False, lambda *_: None)
    link.ask("call", [1])
    receive(guest, wire.sent[-1])
    with pytest.raises(PermissionError):
        link.ask("call", forbidden())
    assert 2 not in judge.entries and 2 in guest.entries
    link.ask("call")
    receive(guest, wire.sent[-1])
    assert 2 not in guest.entries
    link.ask("call")
    assert b"2" not in wire.sent[-1][4:]


def test_too_large_is_told_before_anything_is_agreed() -> None:
    """A message over the limit is refused where it is made, and is as if it had never been."""
    judge, guest = pair()
    judge.oversize = OverflowError()
    items: list[Any] = [1]
    cross(judge, guest, items)
    items.append(b"x" * limits.MAX_MESSAGE)
    with pytest.raises(OverflowError):
        message(judge, items)
    items[:] = [0] * limits.MAX_NODES
    with pytest.raises(OverflowError):
        message(judge, items)
    items[:] = [b"x" * (limits.MAX_MESSAGE - 1000)]
    assert cross(judge, guest, items)[0] == items[0]


def test_parts_are_counted_outside_of_strings() -> None:
    """A comma in a text is no item, one between two numbers is; a text without end hides nothing before it."""
    many = limits.MAX_NODES + 1
    assert not too_many_parts(b'["' + b"," * many + b'"]')
    assert not too_many_parts(b'["\\"' + b"," * many + b'"]')
    assert too_many_parts(b'["\\\\"' + b"," * many + b'"]')
    assert too_many_parts(b"[" * many)
    assert too_many_parts(b"," * many + b'"' + b'\\"' * 100_000 + b"\\")


# Release


def test_release_drops_what_nobody_holds() -> None:
    """Only containers that the table alone holds go, inner ones in the same pass, and the guest follows."""
    judge, guest = pair()
    held: list[Any] = []
    cross(judge, guest, held, [1, [2, {"a": [3]}]])
    assert len(judge.entries) == len(guest.entries) == 5
    gone = judge.release()
    assert len(gone) == 4 and [entry.obj is held for entry in judge.entries.values()] == [True]
    receive(guest, message(judge, released=gone))
    assert list(guest.entries) == list(judge.entries) and len(guest.numbers) == 1


def test_numbers_are_never_given_again() -> None:
    """A released number stays unused, and each side gives its own parity."""
    judge, guest = pair()
    cross(judge, guest, [1])
    judge.release()
    cross(judge, guest, [2])
    cross(guest, judge, [3])
    assert set(judge.entries) == {4, 1}


# Scalars


@pytest.mark.parametrize("value", ["\ud800", "a\udcff\U0001f40d", "\ud83d\ude00", "x" * limits.INLINE_STR + "\udfff"],
                         ids=ascii)
def test_lone_surrogates(value: str) -> None:
    """A text that UTF-8 cannot hold crosses alone, in containers, as a key and beside ordinary text."""
    judge, guest = pair()
    assert cross(guest, judge, value) == value
    assert cross(judge, guest, [value, "plain", {value: (value, 1)}]) == [value, "plain", {value: (value, 1)}]


@pytest.mark.parametrize("bits", [63, limits.INLINE_INT_BITS - 1, limits.INLINE_INT_BITS, 14_300, 100_000])
@pytest.mark.parametrize("sign", [1, -1])
def test_huge_ints(bits: int, sign: int) -> None:
    """Ints with more digits than Python prints cross, alone and within containers of plain scalars."""
    judge, guest = pair()
    number = sign << bits
    for value in (number, [number - 1, 0], {number: number + 1}):
        assert cross(judge, guest, value) == value
        assert cross(guest, judge, value) == value


def test_failed_fast_path_leaves_no_trace() -> None:
    """A message that has to be encoded again, scalar by scalar, gives each container one number."""
    judge, guest = pair()
    part = [1]
    got = cross(judge, guest, [part, part, ["\ud800", 1 << 20_000]])
    assert got[0] is got[1] and got[2] == ["\ud800", 1 << 20_000]
    assert len(judge.entries) == len(guest.entries) == 3 and set(judge.entries) == set(guest.entries)


def test_floats_keep_their_bits() -> None:
    """nan, infinities, minus zero, the smallest and the largest."""
    judge, guest = pair()
    got = cross(judge, guest, [math.inf, -math.inf, -0.0, 5e-324, sys.float_info.max, 0.1, math.nan])
    assert got[:-1] == [math.inf, -math.inf, 0.0, 5e-324, sys.float_info.max, 0.1] and math.isnan(got[-1])
    assert math.copysign(1, got[2]) == -1


def test_subclasses_are_read_past_their_methods() -> None:
    """What an instance of a subclass says of itself is not asked."""
    class Text(str):
        def __str__(self) -> str:
            raise AssertionError("asked")
        encode = __eq__ = __len__ = __str__  # type: ignore[assignment]
        __hash__ = str.__hash__

    class Items(list[int]):
        def __iter__(self) -> Any:
            raise AssertionError("asked")
        __getitem__ = __len__ = __iter__  # type: ignore[assignment]

    class Table(dict[str, int]):
        def items(self) -> Any:
            raise AssertionError("asked")
        __iter__ = keys = values = __getitem__ = items
    judge, guest = pair()
    text, items, table = cross(guest, judge, Text("held"), Items([1]), Table(a=1))
    assert (type(text), type(items), type(table)) == (str, list, dict)
    assert (text, items, table) == ("held", [1], {"a": 1})


# Graphs


@pytest.mark.parametrize("wrap", [lambda inner: [inner], lambda inner: (inner,), lambda inner: {"k": inner}],
                         ids=["list", "tuple", "dict"])
def test_depth_costs_no_stack(wrap: Any) -> None:
    """Twenty thousand levels cross both ways."""
    judge, guest = pair()
    deep: Any = 7
    for _ in range(20_000):
        deep = wrap(deep)
    got, levels = cross(guest, judge, deep), 0
    while got != 7 if type(got) is int else True:
        got, levels = next(iter(got.values() if type(got) is dict else got)), levels + 1
    assert levels == 20_000
    _unwind(deep)


def _unwind(value: Any) -> None:
    """Free a deep value level by level."""
    while type(value) in (list, tuple, dict):
        value = next(iter(value.values() if type(value) is dict else value))


def test_cycles() -> None:
    """A cycle through a list, a dict and a tuple is the same cycle there."""
    judge, guest = pair()
    items: list[Any] = []
    table = {"items": items}
    items.append((table, items))
    got = cross(guest, judge, items)
    assert got[0][1] is got and got[0][0]["items"] is got


def test_keys_made_of_values_that_stand_later() -> None:
    """A dict in a message before the parts of its keys is filled when they are there."""
    judge, guest = pair()
    outer: dict[Any, Any] = {}
    outer[(1, frozenset({("a", 2)}))] = [outer]
    got = cross(guest, judge, outer)
    assert list(got) == [(1, frozenset({("a", 2)}))] and next(iter(got.values()))[0] is got


def test_views() -> None:
    """A view of a dict comes over that very dict, and follows it; a proxy too."""
    judge, guest = pair()
    table = {"a": 1}
    theirs, keys, values, items, proxy = cross(
        guest, judge, table, table.keys(), table.values(), table.items(), types.MappingProxyType(table))
    theirs["b"] = 2
    assert (list(keys), list(values), list(items)) == (["a", "b"], [1, 2], [("a", 1), ("b", 2)])
    assert proxy == {"a": 1, "b": 2} and keys.mapping == theirs
    ordered = collections.OrderedDict(b=1, a=2)
    assert list(cross(guest, judge, types.MappingProxyType(ordered))) == ["b", "a"]


# What is sent when


def test_full_sync_sends_what_no_value_reaches() -> None:
    """At an outermost message every container that changed is sent, whatever its values are."""
    judge, guest = pair()
    items, other = [1], [5]
    theirs, untouched = cross(judge, guest, items, other)
    items.append(2)
    data = message(judge, "no container", full=True)
    assert nodes_of(data) == [["l", 2, 1, 2]]
    receive(guest, data)
    assert theirs == [1, 2] and untouched == [5]


def test_nested_message_sends_what_it_reaches() -> None:
    """Between begin and end of an outermost call a change is sent where the message leads to it, and not else."""
    judge, guest = pair()
    inner, apart = [1], [8]
    outer: list[Any] = [(inner,)]
    theirs, theirs_apart = cross(judge, guest, outer, apart)
    inner.append(2)
    apart.append(9)
    receive(guest, message(judge, outer, full=False))
    assert theirs == [([1, 2],)] and theirs_apart == [8]
    receive(guest, message(judge, full=True))
    assert theirs_apart == [8, 9]


def test_unchanged_containers_cost_a_reference() -> None:
    """A container that both sides agree on crosses by its number; equal elements that are other objects count as
    changed."""
    judge, guest = pair()
    items = [(1,), 2]
    theirs = cross(judge, guest, items)
    assert nodes_of(message(judge, items)) == [["=", 2]]
    items[0] = tuple([1])
    assert nodes_of(message(judge, items)) == [["l", 2, [1], 2], ["t", 1]]
    receive(guest, message(judge, items))
    items[0] = tuple([3])
    assert cross(judge, guest, items) is theirs and theirs == [(3,), 2]


def test_a_change_goes_back_to_the_original() -> None:
    """What the receiver changes is refilled into the sender's own objects, nested ones included."""
    judge, guest = pair()
    inner: list[int] = []
    outer = {"inner": inner}
    theirs = cross(judge, guest, outer)
    theirs["inner"].append(1)
    theirs["new"] = theirs["inner"]
    receive(judge, message(guest))
    assert inner == [1] and outer["new"] is inner


# Handles


def test_an_object_is_described_once() -> None:
    """The first message tells what an object is, later ones only its handle; both give the same stand-in."""
    judge, guest = pair()
    secret = Secret()
    first = cross(guest, judge, secret)
    again, other = cross(guest, judge, [secret], Secret())
    assert again[0] is first and other is not first and guest.asked == 2
    assert (first.kind, first.parts, first.handle) == ("c", ["Secret"], 1)


def test_a_stand_in_goes_back_as_the_object() -> None:
    """What stands for an object of the other side is that object there, within data too."""
    judge, guest = pair()
    secret = Secret()
    stand_in = cross(guest, judge, secret)
    assert cross(judge, guest, {"k": (stand_in,)})["k"][0] is secret


def test_a_description_with_containers() -> None:
    """What is told of an object may hold containers, which are numbered as others are."""
    judge, guest = pair()
    secret, told = Secret(), [1]
    secret.told = (told, (told,))  # type: ignore[attr-defined]
    stand_in = cross(guest, judge, secret)
    told.append(2)
    cross(guest, judge, None)
    assert stand_in.parts == ["Secret", [1, 2], ([1, 2],)] and stand_in.parts[2][0] is stand_in.parts[1]


def test_an_object_described_by_itself() -> None:
    """A cycle through descriptions (an exception that is its own context) is cut with None."""
    judge, guest = pair()
    secret, friend = Secret(), Secret()
    secret.told, friend.told = (friend,), (secret,)  # type: ignore[attr-defined]
    stand_in = cross(guest, judge, secret)
    assert stand_in.parts[1].parts == ["Secret", None]


def test_equal_ids_of_short_lived_objects() -> None:
    """Objects made while a message is encoded are kept until it is done: no two share an address."""
    class Telling(Side):
        def describe(self, obj: Any) -> tuple[str, Any]:
            self.asked += 1
            return "c", [str(self.asked), bytes([self.asked]) * 40]
    guest, judge = Telling(1), Side(2)
    got = cross(guest, judge, *(Secret() for _ in range(200)))
    assert [stand_in.parts[1][0] for stand_in in got] == list(range(1, 201))
