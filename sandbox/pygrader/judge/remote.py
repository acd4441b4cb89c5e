"""The judge's end of the remote import: asks the guest, and answers it for what tests passed in."""

from __future__ import annotations

import gc
import inspect
import json
import mmap
import os
import sys
import threading
import types
from typing import Any

from ..wire import frames
from ..wire.link import OURS, Link
from ..wire.values import Malformed
from . import classes, diagnostics, passed_in, texts
from .faults import BadMessage, CannotCross, Died, Fault, Record, describe_death
from .handles import Handle
from .modules import RemoteModule
from .space import JudgeSpace
from .folders import Folders
from .surface import Surface
from .world import World

__tracebackhide__ = True  # pytest: no frame of this module is the test's


_MAX_EXAMPLES = 10_000  # of doctest in one docstring


class Channel:
    """Messages to and from one candidate, over the judge's stream. What the candidate printed is printed here first.

    All that carries another channel's number is left over from a test that has ended, and thrown away. busy is one
    byte, shared with the process that may kill this one: not 0 while a frame is half read or written.
    """

    def __init__(self, read_fd: int, write_fd: int, busy: mmap.mmap, number: int) -> None:
        self.number = number
        self.received = 0  # bytes of messages of the candidate
        self.heard = False  # whether bytes of the candidate came in
        self.left: int | None = None  # bytes that may still come in, where that is bounded
        self.died: dict[str, Any] | None = None
        self.told: dict[str, Any] | None = None  # by the runner, how the session goes on from collection
        self._read_fd = read_fd
        self._write_fd = write_fd
        self._busy = busy

    def send(self, message: bytes) -> None:
        """Send one message."""
        self.post(frames.DATA, message)

    def post(self, kind: int, payload: bytes) -> None:
        """Send a frame of another kind."""
        self._busy[0] = 1
        frames.write_frame(self._write_fd, kind, self.number, payload)
        self._busy[0] = 0

    def _next(self) -> tuple[int, int, bytes]:
        header = frames.read_exact(self._read_fd, frames.HEADER.size)
        self._busy[0] = 1
        length, kind, channel = frames.HEADER.unpack(header)
        payload = frames.read_exact(self._read_fd, length)
        self._busy[0] = 0
        if kind == frames.GO:
            self.told = json.loads(payload)
        return kind, channel, payload

    def go(self) -> dict[str, Any]:
        """Wait until the runner says how the session goes on."""
        while self.told is None:
            self._next()
        return self.told

    def acknowledged(self) -> Any:
        """Wait for the supervisor's answer to a file; None when the candidate ended instead."""
        while True:
            kind, channel, payload = self._next()
            if channel == self.number and kind in (frames.FILE, frames.DIED):
                return json.loads(payload) if kind == frames.FILE else None

    def receive(self) -> bytes:
        """Wait for a message; raises _Ended when the candidate ended instead."""
        while True:
            kind, channel, payload = self._next()
            if channel != self.number:
                continue
            self.heard = True
            if kind == frames.DATA:
                self.received += len(payload)
                if self.left is not None:
                    self.left -= len(payload)
                    if self.left < 0:
                        raise Malformed("more than may cross while tests are collected")
                return payload
            if kind == frames.OUTPUT:
                stream = sys.stderr if payload[:1] == b"\x02" else sys.stdout
                stream.write(payload[1:].decode("utf-8", "replace"))
            elif kind == frames.DIED:
                self.died = json.loads(payload)
                raise _Ended


class _Ended(Exception):
    """The candidate ended while it was asked."""


class Remote:
    """All that one test, or the collection of tests, has to do with the guest."""

    def __init__(self, channel: Channel, surface: Surface | None = None) -> None:
        self.surface = surface  # None: the interface is `plain`
        self._hashes: dict[int, int] = {}  # since the last request that was none for a hash
        self.space = JudgeSpace(self)
        self.record = Record()
        self.probed = False  # whether a test asked by code of its own beside the solution
        self.channel = channel
        self.calls: list[tuple[str, tuple[Any, ...]]] = []  # what is being asked, outermost first, for messages
        self._broken: BaseException | None = None
        self._heard_before = False
        self._reading = False  # whether the guest reads an attribute
        self._link = Link(self.space, channel, False, self._perform)
        classes.install(self)
        if surface is not None:
            gc.callbacks.append(self._collected)
        texts.run_doctests_there(self._examples)
        self._threaded = False  # whether the guest knows that tests have a second thread
        self._world = World() if surface is not None else None
        self.folders = Folders(self, os.getcwd()) if surface is not None else None

    def adopt(self, channel: Channel) -> None:
        """Go on in a fork: the same tables, another candidate."""
        self._heard_before = self.heard()
        self.channel = self._link.transport = channel
        self._link.reset()
        self.record = Record()
        self._broken = None  # how the collection ended is its own file's trouble

    def next_test(self) -> None:
        """Go on with another test that shares the candidate."""
        self._heard_before = self.heard()
        self.record = Record()
        self.probed = False

    def heard(self) -> bool:
        """Whether the guest has said anything, in this test or its collection."""
        return self._heard_before or self.channel.heard

    def watch_threads(self) -> None:
        """Tell the guest before tests have a second thread: a call of one may wait for the other's."""
        collecting = self.channel.number
        kind: Any = threading.Thread
        start = kind.start

        def starting(thread: threading.Thread) -> None:
            ours = thread.name.startswith(OURS)
            if not (self._threaded or ours) and self.usable() and self.channel.number != collecting:
                self._threaded = True
                self.ask("threads")
            start(thread)
        kind.start = starting

    def _collected(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2 and self.usable() and threading.current_thread() \
                is threading.main_thread():
            try:
                self._link.tidy()
            except Exception:  # how the candidate ended is told to whom asks it something
                return

    def plainly(self, operation: str, *values: Any) -> Any:
        """Ask for what goes with another request: no change of the surroundings is told with it."""
        return self._link.ask(operation, *values)

    def allows(self, kind: type | str, entry: str) -> bool:
        """Whether tests may use that of the candidate's objects of that class."""
        return self.surface is not None and self.surface.allows(kind, entry)

    def agreed(self, kind: type, entry: str) -> bool:
        """Whether a person agreed that objects of that class answer so."""
        return self.surface is not None and self.surface.agreed(kind, entry)

    def require(self, kind: type | str, entry: str) -> None:
        """Refuse what the surface does not grant."""
        if not self.allows(kind, entry):
            name = kind if isinstance(kind, str) else f"{kind.__name__!r}"
            what = f"operation {entry[1:-1]}" if entry.startswith("(") else f"attribute {entry!r}"
            raise self.refusal(f"the test used the {what} of the solution's {name}, which the exercise does not "
                               "grant: return what the statement asks for")

    def is_foreign(self, obj: Any) -> bool:
        """Whether an object is one of the candidate's."""
        return id(obj) in self.space.proxy_ids or isinstance(type(obj), classes.RemoteMeta)

    def hash_of(self, obj: Any) -> int:
        """The hash that the guest gives an object, asked for once for as long as nothing else is asked."""
        found = self._hashes.get(id(obj))
        if found is None:
            found = self.ask("__hash__", obj)
            if type(found) is not int:
                raise self.refusal("hash() of the solution's object gave no int")
            self._hashes[id(obj)] = found
        return found

    def look(self, operation: str, *values: Any) -> Any:
        """Ask to show a failure: nothing that goes wrong counts, and a surface is not needed."""
        if self._broken is not None or self._link.depth or self.surface is None:
            raise AttributeError(operation)
        known = self.record
        self.record = Record()
        try:
            return self.ask(operation, *values)
        except BaseException:
            raise AttributeError(operation) from None
        finally:
            self.record = known

    def usable(self) -> bool:
        """Whether the candidate can be asked at all."""
        return self._broken is None and self.channel.died is None

    def ask(self, operation: str, *values: Any, names: tuple[str, ...] = ()) -> Any:
        """Have the guest do something. Raises the candidate's exceptions, and faults. names: as in Link.ask."""
        if self._broken is not None:
            if isinstance(self._broken, Fault) and self._broken not in self.record.faults:
                self.record.add(self._broken)  # of an earlier test that shared this candidate
            raise self._broken
        known = len(self.record.faults)
        self._reading = False
        if operation != "__hash__":
            self._hashes.clear()
        self.calls.append((operation, values[:2]))
        try:
            if self._world is None or self.folders is None or self._link.depth:
                return self._link.ask(operation, *values, names=names)
            self.folders.before(values)
            if changes := self._world.changes():
                self._link.ask("world", changes)
            try:
                return self._link.ask(operation, *values, names=names)
            finally:
                if self.usable() and self.channel.died is None:
                    self.folders.after()
        except _Ended:
            facts = self.channel.died or {}
            self._broken = Died(self.record, facts, describe_death(facts, _named(*self.calls[-1])))
            raise self._broken from None
        except Malformed as error:
            self._broken = BadMessage(self.record, "bad_message", f"the solution sent what is not a message: {error}",
                                      "candidate")
            raise self._broken from None
        except (StopIteration, StopAsyncIteration) as error:
            if id(error) in self.space.export_ids:
                raise  # the test's own, on its way back
            raise RuntimeError(f"the solution raised {type(error).__name__}") from error
        except BaseException as error:
            self._forgive(error)
            raise
        finally:
            self.calls.pop()
            if len(self.record.faults) > known and self._link.depth == 0 and self._broken is None:
                raise self.record.faults[known] from None

    def refusal(self, message: str, blame: str = "candidate") -> CannotCross:
        """Something that may not cross: recorded now, to be raised by the caller."""
        if self._reading:
            blame = "candidate"  # the guest chose what to read
        return CannotCross(self.record, "cannot_cross", message, blame)

    def swallowed(self, error: BaseException) -> None:
        """A context manager of the candidate's took an error: an assertion in its body fails the test all the same."""
        if passed_in.is_assertion(error):
            self.record.assertions.append(error)

    @staticmethod
    def signature(given: Any) -> inspect.Signature:
        """A signature from plain data; defaults and annotations that are not data are left as handles."""
        if type(given) is tuple and len(given) == 1 and callable(given[0]):
            return inspect.signature(given[0])  # a test's own function, wrapped by the solution
        parameters, returns = given
        empty = inspect.Parameter.empty
        return inspect.Signature([
            inspect.Parameter(name, inspect._ParameterKind(kind), default=default[0] if default else empty,
                              annotation=texts.annotation(annotation[0]) if annotation else empty)
            for name, kind, default, annotation in parameters
        ], return_annotation=texts.annotation(returns[0]) if returns else inspect.Signature.empty)

    def _examples(self, obj: Any) -> Any:
        """What doctest finds in a docstring of the candidate's, and how it ends there."""
        if not isinstance(obj, (RemoteModule, Handle)) and not self.is_foreign(obj) and not self._is_class(obj):
            return None
        self.require("function", "(doctest)")
        told = self.ask("doctests", obj)
        if type(told) is not list or any(type(part) is not tuple or tuple(map(type, part)) != (str, int, int)
                                         or not 0 <= part[2] <= part[1] <= _MAX_EXAMPLES for part in told):
            raise self.refusal("running the solution's doctests gave nonsense")
        return told

    @staticmethod
    def _is_class(obj: Any) -> bool:
        return isinstance(obj, classes.RemoteMeta) or isinstance(obj, types.FunctionType) and bool(classes.origin(obj))

    def _forgive(self, error: BaseException) -> None:
        """An assertion of a callback that comes out of the outermost call was not swallowed."""
        if self._link.depth == 0:
            self.record.assertions = [kept for kept in self.record.assertions if kept is not error]

    def _perform(self, operation: str, values: list[Any], names: list[str]) -> Any:
        self._reading = operation == "get"
        if operation == "variable" and self._world is not None:
            return self._world.set_variable(*values)
        if operation in diagnostics.OPERATIONS:
            return diagnostics.OPERATIONS[operation](*values)
        try:
            return passed_in.perform(self.space, operation, values, names)
        except Malformed:
            raise
        except BaseException as error:
            if passed_in.is_assertion(error):
                self.record.assertions.append(error)
            raise


def _named(operation: str, values: tuple[Any, ...]) -> str:
    if operation in ("invoke", "call_unbound") and len(values) > 1 and type(values[1]) is str:
        return f"a call of {values[1]}"
    if operation in ("step", "run", "wait"):
        return {"step": "a step of a coroutine", "run": "a task", "wait": "waiting for its coroutines"}[operation]
    if operation not in ("get", "call"):
        return operation
    target = values[0] if values else None
    label = object.__getattribute__(target, "_label") if isinstance(target, Handle) else (
        target.__name__ if isinstance(target, type) else "an object" if operation == "call" else "the module")
    return f"a call of {label}" if operation == "call" else f"reading an attribute of {label}"
