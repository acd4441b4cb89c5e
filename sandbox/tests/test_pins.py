"""Pins what crosses, byte by byte (PROTOCOL.md): internal/protocol/frame_test.go reads the same frames.

Run as a program this file writes sandbox/pins anew; a difference there is a new version of the protocol.
"""

from __future__ import annotations

import array
import collections
import datetime
import decimal
import enum
import fractions
import hashlib
import json
import os
import pathlib
import re
import types
import uuid
import zoneinfo
from collections.abc import Callable
from typing import Any

import pytest
from pygrader.guest import peer, runtime, shared
from pygrader.judge import diagnostics, own_objects, passed_in
from pygrader.wire import decode, frames, limits, table, values
from sides import Secret, Side, cross, message, pair, receive

PINS = pathlib.Path(__file__).parent.parent / "pins"


class Level(enum.IntEnum):
    """Crosses as the int that it is."""

    HIGH = 3


ZONE = datetime.timezone(datetime.timedelta(hours=2), "X")
MADE: dict[str, Callable[[], Any]] = {
    "inline scalars": lambda: (None, True, 7, -0.5, "text \u00e9 \" \\"),
    "special floats": lambda: (float("inf"), float("-inf"), -0.0),
    "large int": lambda: 1 << 4096,
    "long text": lambda: "\u00e9" * 4097,
    "lone surrogate": lambda: "\ud800",
    "bytes": lambda: b"\x00\xff",
    "scalar of a subclass": lambda: Level.HIGH,
    "Ellipsis": lambda: ...,
    "NotImplemented": lambda: NotImplemented,
    "from the fixed table": lambda: ValueError,
    "list": lambda: [1, "a"],
    "list in itself": lambda: _cycle(),
    "shared list": lambda: ([],) * 2,
    "dict": lambda: {"b": 1, "a": [2]},
    "set": lambda: {1},
    "bytearray": lambda: bytearray(b"ab"),
    "deque": lambda: collections.deque([1, 2], 3),
    "OrderedDict": lambda: collections.OrderedDict(b=1, a=2),
    "defaultdict": lambda: collections.defaultdict(list, a=1),
    "Counter": lambda: collections.Counter("aab"),
    "ChainMap": lambda: collections.ChainMap({"a": 1}, {"b": 2}),
    "array": lambda: array.array("h", [1, -2]),
    "tuple": lambda: (1, (2,)),
    "frozenset": lambda: frozenset({1}),
    "complex": lambda: 1 - 2j,
    "range": lambda: range(1, 10, 3),
    "slice": lambda: slice(1, None, 2),
    "Decimal": lambda: decimal.Decimal("1.10"),
    "Fraction": lambda: fractions.Fraction(1, 3),
    "datetime": lambda: datetime.datetime(2024, 2, 29, 1, 2, 3, 4, ZONE, fold=1),
    "date": lambda: datetime.date(2024, 2, 29),
    "time": lambda: datetime.time(1, 2, 3, 4),
    "timedelta": lambda: datetime.timedelta(1, 2, 3),
    "timezone": lambda: ZONE,
    "UUID": lambda: uuid.UUID(int=7),
    "ZoneInfo": lambda: zoneinfo.ZoneInfo("UTC"),
    "PurePosixPath": lambda: pathlib.PurePosixPath("a/b"),
    "PureWindowsPath": lambda: pathlib.PureWindowsPath("c:/a"),
    "PosixPath": lambda: pathlib.PosixPath("a"),
    "keys of a dict": lambda: {"a": 1}.keys(),
    "values of a dict": lambda: {"a": 1}.values(),
    "items of a dict": lambda: {"a": 1}.items(),
    "mappingproxy": lambda: types.MappingProxyType({"a": 1}),
    "own object": lambda: Secret(),
}


def _cycle() -> list[Any]:
    items: list[Any] = [1]
    items.append(items)
    return items


def _scenes() -> dict[str, tuple[bytes, Side]]:
    """The message of each scene from the guest, and the judge that receives it."""
    scenes = {}
    for name, make in MADE.items():
        judge, guest = pair()
        scenes[name] = message(guest, make()), judge
    judge, guest = pair()
    items = [1]
    cross(guest, judge, items)
    scenes["a list that both know"] = message(guest, items), judge
    judge, guest = pair()
    mine = Secret()
    cross(guest, judge, mine)
    scenes["an object that was described"] = message(guest, mine), judge
    judge, guest = pair()
    scenes["an object of the other side"] = message(guest, cross(judge, guest, Secret())), judge
    return scenes


def _parts(data: bytes) -> list[Any]:
    """The JSON of a message."""
    parts: list[Any] = json.loads(data[4:4 + int.from_bytes(data[:4], "big")])
    return parts


def _shown(value: Any) -> str:
    return "<an object of the receiver>" if type(value) is Secret else ascii(value)


def _pinned(file: str) -> Any:
    return json.loads((PINS / file).read_text())


MESSAGES = _pinned("messages.json")["messages"] if (PINS / "messages.json").exists() else {}
FRAMES = _pinned("frames.json")["frames"] if (PINS / "frames.json").exists() else []


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    """A value is encoded to the pinned bytes, and they are decoded to the pinned value."""
    pin = MESSAGES[name]
    data, judge = _scenes()[name]
    assert data.hex() == pin["hex"] and _parts(data) == pin["json"]
    (value,) = receive(judge, bytes.fromhex(pin["hex"]))
    assert _shown(value) == pin["value"]


def test_every_tag_is_pinned() -> None:
    """A new kind of node cannot come in without a pin."""
    pinned = {node[0] for pin in MESSAGES.values() for node in pin["json"][2]}
    known = {*values.CONTAINER_TAGS, *values.FIXED_TAGS, *values.SINGLETON_TAGS, *values.VIEW_TAGS,
             "b", "s", "i", "v", "g", "h", "p", "="}
    assert pinned == known and set(MESSAGES) == set(_scenes())
    assert set(decode._LEADING) <= known


@pytest.mark.parametrize("pin", FRAMES, ids=lambda pin: pin["kind"])
def test_frame(pin: dict[str, Any]) -> None:
    """A frame of each kind is written as pinned and read back."""
    data = bytes.fromhex(pin["hex"])
    kind, channel, payload = getattr(frames, pin["kind"]), pin["channel"], _payload(pin)
    assert kind == pin["number"]
    read, write = os.pipe()
    frames.write_frame(write, kind, channel, payload)
    assert os.read(read, 1 << 16) == data
    os.write(write, data)
    assert frames.read_frame(read) == (kind, channel, payload)
    os.close(read)
    os.close(write)


def _payload(pin: dict[str, Any]) -> bytes:
    control = frames.to_json(pin["json"]) if "json" in pin else b""
    return control + bytes.fromhex(pin.get("bytes", ""))


def test_every_kind_is_pinned() -> None:
    """The kinds are numbered from 1 without a gap, each with a pin."""
    kinds = {value for name, value in vars(frames).items() if name.isupper() and type(value) is int}
    assert kinds - {frames.VERSION, frames.MAX_PAYLOAD} <= set(range(1, 21))
    assert [pin["number"] for pin in FRAMES] == list(range(1, 21))


def test_bounds() -> None:
    """The header's layout, and a frame that announces too much ends the stream before it is read."""
    assert frames.HEADER.size == 9 and frames.MAX_PAYLOAD == 32 << 20
    read, write = os.pipe()
    os.write(write, frames.HEADER.pack(frames.MAX_PAYLOAD + 1, frames.DATA, 1))
    with pytest.raises(frames.StreamClosed):
        frames.read_frame(read)
    os.write(write, b"\x00\x00")
    os.close(write)
    with pytest.raises(frames.StreamClosed):
        frames.read_frame(read)
    os.close(read)


def test_socket_of_the_supervisor() -> None:
    """Its header and kinds, which the supervisor shares with the processes that run the submission's code."""
    assert peer.HEADER.pack(2, peer.MESSAGE) == b"\x00\x00\x00\x02M" and (peer.FORK, peer.IMPORTED) == tuple(b"FI")
    assert (shared.COLLECTED, shared.REPORT, shared.OVER) == tuple(b"CRE")


def test_versions() -> None:
    """The pins are of this version."""
    assert _pinned("frames.json")["version"] == _pinned("messages.json")["version"] == frames.VERSION == 4


def test_every_limit_is_in_the_specification() -> None:
    """The table of PROTOCOL.md names each limit of a message, with the number that it has."""
    text = (PINS.parent / "PROTOCOL.md").read_text().partition("## Numbers")[2].partition("## Versioning")[0]
    for name, value in vars(limits).items():
        if name.isupper():
            (row,) = [line for line in text.splitlines() if f"{name}`" in line]
            numbers = {f"{value:,}", f"{value >> 20} MiB" if value % (1 << 20) == 0 else ""}
            assert any(number and number in row.split("|")[1] for number in numbers), (name, value)


def test_every_type_of_data_has_a_test() -> None:
    """PROTOCOL.md names, for each type that the code lets cross as data, a test that lets it: one added needs a row."""
    rows = (PINS.parent / "PROTOCOL.md").read_text().partition("## What is tested where")[2]
    tested = {line.split("|")[1].strip() for line in rows.splitlines() if line.startswith("| ")}
    for kind in values.EXACT:
        name = "PurePath" if issubclass(kind, pathlib.PurePath) else kind.__name__
        assert any(name in row for row in tested), name


def test_every_operation_is_specified() -> None:
    """PROTOCOL.md names each operation that one side may ask of the other."""
    text = (PINS.parent / "PROTOCOL.md").read_text()
    for name in {*runtime._ACTIONS, *runtime._CALLS, *passed_in._ACTIONS, *own_objects.ACTIONS,
                 *diagnostics.OPERATIONS}:
        assert re.search(rf"`(\w+ )*{name}( \w+)*`", text), name


def test_fixed_table() -> None:
    """Numbers mean the same for ever: entries are only added at the end, with a new version."""
    names = [getattr(entry, "__qualname__") for entry in table.ENTRIES]
    pin = _pinned("messages.json")["table"]
    assert len(names) == pin["length"]
    assert hashlib.sha256("\n".join(names).encode()).hexdigest() == pin["sha256"]
    assert all(table.ENTRIES[number] is entry for entry, number in
               ((entry, table.NUMBERS[id(entry)]) for entry in table.ENTRIES))


def _write() -> None:
    scenes = {name: {"hex": data.hex(), "json": _parts(data), "value": _shown(receive(judge, data)[0])}
              for name, (data, judge) in _scenes().items()}
    names = "\n".join(getattr(entry, "__qualname__") for entry in table.ENTRIES)
    _save("messages.json", {
        "version": frames.VERSION,
        "table": {"length": len(table.ENTRIES), "sha256": hashlib.sha256(names.encode()).hexdigest()},
        "messages": scenes})
    given = _pinned("frames.json")["frames"]
    for pin in given:
        payload = _payload(pin)
        pin["hex"] = (frames.HEADER.pack(len(payload), pin["number"], pin["channel"]) + payload).hex()
    _save("frames.json", {"version": frames.VERSION, "frames": given})


def _save(file: str, pins: Any) -> None:
    (PINS / file).write_text(json.dumps(pins, indent=1) + "\n")


if __name__ == "__main__":
    _write()
