"""Messages of a guest with parts changed at random: the judge refuses them or reads data, and nothing else happens.

Seeds are real messages (testdata/fuzz/messages.json, written by `python3 sandbox/tests/test_fuzz.py`), changed as text
and as a tree. PYGRADER_FUZZ sets how many messages are tried; what broke something is added to the seeds.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import mmap
import os
import pathlib
import random
import struct
import sys
import tracemalloc
from typing import Any

from pygrader.guest.space import GuestSpace
from pygrader.judge.channel import Channel
from pygrader.judge.faults import Fault
from pygrader.judge.remote import Remote
from pygrader.judge.surface import Surface
from pygrader.wire.decode import Decoder
from pygrader.wire.encode import encode
from pygrader.wire.values import Malformed

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEEDS = ROOT / "testdata/fuzz/messages.json"
TRIES = int(os.environ.get("PYGRADER_FUZZ", "1500"))
ODD: list[Any] = [
    None, True, -1, 0, 1, 2, 3, 2 ** 63, 1e308, "", "x", "__class__", "__init__", "C", "o", "e", "d", "k", "l", "g",
    "h", "p", "=", [], [0], [1], [999], [[0]], ["l", 1], ["h", 7, "C"], ["g", 0], ["k", [0], "l", 5]]


class Nobody(Channel):
    """A guest that answers nothing: what asks it while a message is read gets an error."""

    def send(self, message: bytes) -> None:
        """Nobody is there."""
        raise Malformed("asked while a message was read")


def judge() -> Remote:
    """A judge's tables with the interface `objects`, in which a list and a function of the tests have crossed."""
    remote = Remote(Nobody(0, 1, mmap.mmap(-1, 2), 1), Surface(None))
    encode(remote.space, ["?", "call"], [[1, 2], len, lambda: None], full=True)
    return remote


def seeds() -> list[bytes]:
    """The messages to begin with."""
    return [bytes.fromhex(text) for text in json.loads(SEEDS.read_text())]


def changed(rng: random.Random, message: bytes) -> bytes:
    """A message like that one, with a few parts changed."""
    end = 4 + int(struct.unpack(">I", message[:4])[0])
    if rng.random() < 0.2:
        data = bytearray(message)
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(4, len(data))] = rng.randrange(256)
        return bytes(data)
    tree = json.loads(message[4:end])
    for _ in range(rng.randint(1, 4)):
        at = tree
        while at and rng.random() < 0.85:
            place = rng.randrange(len(at))
            if not isinstance(at[place], list):
                break
            at = at[place]
        if not at:
            continue
        place, act = rng.randrange(len(at)), rng.random()
        if act < 0.5:
            at[place] = copy.deepcopy(rng.choice(ODD))
        elif act < 0.7:
            at.insert(place, copy.deepcopy(rng.choice(ODD)))
        elif act < 0.85:
            at[place] = copy.deepcopy(at[rng.randrange(len(at))])
        else:
            del at[place]
    text = json.dumps(tree).encode()
    return struct.pack(">I", len(text)) + text + message[end:]


def read(message: bytes) -> None:
    """Have a judge read it; whatever is no refusal comes out."""
    remote = judge()
    before = len(remote.space.entries)
    try:
        Decoder(remote.space, message, False).values()
    except (Malformed, Fault):
        assert len(remote.space.entries) <= before
    finally:
        sys.modules.pop("tests", None)


def test_changed_messages_are_refused_or_data() -> None:
    """No exception but a refusal, no code of the message's choosing, no memory out of proportion."""
    rng = random.Random(int(os.environ.get("PYGRADER_FUZZ_SEED", "7")))
    first = seeds()
    modules = set(sys.modules)
    for number in range(TRIES):
        message = changed(rng, rng.choice(first))
        tracemalloc.start()
        try:
            read(message)
        except BaseException as error:
            raise AssertionError(f"message {number} ({message.hex()}) ended in {error!r}") from error
        finally:
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert peak < (1 << 23) + 400 * len(message), message.hex()
    assert not {name for name in set(sys.modules) - modules if not name.startswith(("pygrader", "encodings", "asyncio"))
                and name.partition(".")[0] not in sys.stdlib_module_names}


def test_seeds_are_read() -> None:
    """The messages to begin with are good ones: else nothing much would be tried."""
    for message in seeds():
        Decoder(judge().space, message, False).values()


def _write() -> None:
    """Messages of a real guest, for the classes and values of a suite."""
    spec = importlib.util.spec_from_file_location("solution", ROOT / "testdata/remote/faithful/classes/solution.py")
    assert spec and spec.loader
    solution = importlib.util.module_from_spec(spec)
    sys.modules["solution"] = solution
    spec.loader.exec_module(solution)
    made = [solution.Account("a", 3), solution.Savings("b"), solution.Point(1, 2, [3]), solution.Frozen(1),
            solution.Color.RED, solution.Level.HIGH, solution.Perm.R | solution.Perm.W, solution.Square(2),
            solution.Pair(1), solution.Stack([1, [2]]), solution.DotDict(a=1), solution.Money(5), solution.Box(1),
            solution.Shape, solution.BankError("no", 1), solution.inc, solution.groups, (x for x in [1]), solution,
            {"a": [1, {2, 3}], "b": (1.5, None, "t" * 5000)}, [b"x", 2 ** 5000, 1 + 2j, range(3)]]
    messages = [encode(GuestSpace(True), ["=", "call"], [value], full=True).hex() for value in made]
    SEEDS.write_text(json.dumps(messages, indent=1) + "\n")


if __name__ == "__main__":
    _write()
