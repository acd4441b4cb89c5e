"""The judge's end of the remote import: asks the guest, and answers it for what tests passed in."""

from __future__ import annotations

import contextlib
import functools
import gc
import inspect
import os
import threading
import types
from collections.abc import Callable
from typing import Any

from ..wire.link import OURS, Link
from ..wire.values import Malformed
from . import alarms, asserted, classes, databases, diagnostics, passed_in, texts
from .channel import Channel, Ended
from .faults import BadMessage, CannotCross, Died, Fault, Record, describe_death
from .handles import Handle
from .modules import RemoteModule
from .programs import Programs
from .sources import Sources
from .processes import Processes
from .space import JudgeSpace
from .folders import Folders
from .surface import Surface
from .weak import Weak
from .world import World

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_MAX_EXAMPLES = 10_000  # of doctest in one docstring


class Remote:
    """All that one test, or the collection of tests, has to do with the guest."""

    def __init__(self, channel: Channel, surface: Surface | None = None) -> None:
        self.surface = surface  # None: the interface is `plain`
        self._hashes: dict[int, int] = {}  # since the last request that was none for a hash
        self.space = JudgeSpace(self)
        self.record = Record()
        self.processes = Processes()
        self.probed = False  # whether a test asked by code of its own beside the solution
        self.unheard: set[str] = set()  # classes whose objects were held against data, which they never equal
        self.channel = channel
        self._collecting: int | None = None  # the channel of the collection
        self.calls: list[tuple[str, tuple[Any, ...]]] = []  # what is being asked, outermost first, for messages
        self._broken: BaseException | None = None
        self.over = False  # the candidate is told nothing more
        self._heard_before = False
        self._reading = False  # whether the guest reads an attribute
        self._link = _Link(self.space, channel, False, self._perform)
        classes.install(self)
        self._weak = Weak(self)
        if surface is not None:
            gc.callbacks.append(self._collected)
            gc.get_objects = self._after_tidying(gc.get_objects)
            self._weak.install()
        databases.install(lambda: self._link.depth > 0)
        texts.run_doctests_there(self._examples, self._refuse_examples)
        self._threaded = False  # whether the guest knows that tests have a second thread
        self._world = World(self) if surface is not None else None
        self.folders = Folders(self, os.getcwd()) if surface is not None else None
        self._around = self._of_surroundings()
        self.sources = Sources(self, os.getcwd())
        self.programs = Programs(self, os.getcwd())

    def adopt(self, channel: Channel) -> None:
        """Go on in a fork: the same tables, another candidate."""
        self._heard_before = self.heard()
        self.channel = self._link.transport = channel
        self.processes.apart = False
        self.sources.begin_tests()
        self._link.reset()
        self.record = Record()
        self._broken = None  # how the collection ended is its own file's trouble

    def next_test(self) -> None:
        """Go on with another test that shares the candidate."""
        self._heard_before = self.heard()
        self.record = Record()
        self.probed = False
        self.unheard.clear()
        self.sources.begin_test()
        if self._world is not None:
            self._world.next_test()

    def is_collecting(self) -> bool:
        """Whether tests are being collected, rather than run."""
        return self._collecting is None or self.channel.number == self._collecting

    def heard(self) -> bool:
        """Whether the guest has said anything, in this test or its collection."""
        return self._heard_before or self.channel.heard

    def watch_threads(self) -> None:
        """Tell the guest before tests have a second thread: a call of one may wait for the other's."""
        self._collecting = self.channel.number
        kind: Any = threading.Thread
        start = kind.start

        def starting(thread: threading.Thread) -> None:
            ours = thread.name.startswith(OURS)
            if not (self._threaded or ours) and self.usable() and not self.is_collecting():
                self._threaded = True
                self.ask("threads")
            start(thread)
        kind.start = starting

    def _collected(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            self.let_go(False)

    def let_go(self, tell: bool = True) -> None:
        """Release what tests hold no more, and tell the guest at once what that is."""
        if self.usable() and not self.over and threading.current_thread() is threading.main_thread():
            with contextlib.suppress(Exception):  # how the candidate ended is told to whom asks it something
                self._link.tidy(tell)

    def _after_tidying(self, look: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(look)
        def looking(*args: Any, **kwargs: Any) -> Any:
            self.let_go()
            return look(*args, **kwargs)
        return looking

    def plainly(self, operation: str, *values: Any) -> Any:
        """Ask for what goes with another request: no change of the surroundings is told with it."""
        try:
            return self._link.ask(operation, *values)
        except (Ended, Malformed) as error:
            raise self.broke(error) from None

    def broke(self, error: Ended | Malformed) -> Fault:
        """The candidate has ended, or sent what is no message: the fault of this test, and of all that ask it later."""
        if isinstance(error, Malformed):
            self._broken = BadMessage(self.record, "bad_message", f"the solution sent what is not a message: {error}",
                                      "candidate")
        else:
            facts = self.channel.died or {}
            of = _named(*self.calls[-1]) if self.calls else "a weak reference"
            self._broken = Died(self.record, facts, describe_death(facts, of))
        return self._broken

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

    def answer(self, asked: int, payload: bytes = b"{}") -> Any:
        """The supervisor's answer to a frame, one of the same kind; None when the candidate has ended."""
        if self.channel.died is not None:
            return None
        self.processes.stay_together()
        return self._link.aside(lambda: self.channel.post(asked, payload), lambda: self.channel.read_answer(asked),
                                lambda: self.channel.wait_for_answer(asked))

    def is_read(self) -> bool:
        """Whether a thread but the main one may be reading the stream."""
        return self._link.has_threads

    def usable(self) -> bool:
        """Whether the candidate can be asked at all."""
        return self._broken is None and self.channel.died is None and not self.processes.apart

    def ask(self, operation: str, *values: Any, names: tuple[str, ...] = ()) -> Any:
        """Have the guest do something. Raises the candidate's exceptions, and faults. names: as in Link.ask."""
        self.processes.stay_together()
        if self._broken is not None:
            if isinstance(self._broken, Fault) and self._broken not in self.record.faults:
                self.record.add(self._broken)  # of an earlier test that shared this candidate
            raise self._broken
        known = len(self.record.faults)
        self._reading = False
        if operation != "__hash__":
            self._hashes.clear()
        self.calls.append((operation, values[:2]))
        self.space.implicit.difference_update(id(value) for value in values if isinstance(value, type))
        try:
            return self._ask(operation, values, names)
        except (Ended, Malformed) as error:
            raise self.broke(error) from None
        except (StopIteration, StopAsyncIteration) as error:
            if id(error) in self.space.export_ids:
                raise  # the test's own, on its way back
            raise RuntimeError(f"the solution raised {type(error).__name__}") from error
        except BaseException as error:
            self._forgive(error)
            stop = error.__cause__ if isinstance(error, RuntimeError) else None
            if isinstance(stop, StopIteration) and asserted.to_stop():
                raise stop from None  # it ends no loop of the test's, which expects it just here
            raise
        finally:
            self.calls.pop()
            if len(self.record.faults) > known and self._link.depth == 0 and self._broken is None:
                raise self.record.faults[known] from None

    def is_of_solution(self, path: str) -> bool:
        """Whether a file that tests and solution share is of the solution's making."""
        return self.folders is not None and self.folders.is_theirs(path)

    def is_shared(self, folder: str) -> bool:
        """Whether a folder is one that tests and solution share."""
        return self.folders is not None and self.folders.holds(folder)

    def is_astray(self) -> bool:
        """Whether the solution has taken tests to a folder that it should have left."""
        return self._world is not None and self._world.astray != "" and self._world.astray == os.getcwd()

    def variables(self) -> dict[str, str]:
        """The variables of the environment that the solution has set."""
        return self._world.theirs if self._world is not None else {}

    def _ask(self, operation: str, values: tuple[Any, ...], names: tuple[str, ...]) -> Any:
        """What belongs to a request of a test's: what it has changed before, and what the solution has after."""
        if self._world is None or self.folders is None or self._link.depth:
            return self._link.ask(operation, *values, names=names)
        with alarms.held():  # a TimeoutError of a test's handler would pass for one of a file's
            return self._ask_in(self._world, self.folders, operation, values, names)

    def _ask_in(self, world: World, folders: Folders, operation: str, values: tuple[Any, ...],
                names: tuple[str, ...]) -> Any:
        self._weak.look()
        folders.before(values)
        world.asks(operation, values)
        if changes := world.changes():
            self._link.ask("world", changes)
        done = False
        try:
            answer = self._link.ask(operation, *values, names=names)
            done = True
            return answer
        finally:
            world.answered(operation, values)
            if operation == "enter" and not done:  # there is no body to leave
                world.answered("exit", values)
            if self.usable() and self.channel.died is None:
                folders.after()

    def is_answering(self) -> bool:
        """Whether the guest waits for an answer, rather than a test."""
        return self._link.depth > 1

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

    def _refuse_examples(self, sources: list[str]) -> None:
        """A test has examples run that doctest has not found itself: here they would run in the judge."""
        if not all(type(source) is str and self.sources.has_example(source) for source in sources):
            raise self.refusal("a test runs examples out of a text that is none of the suite's, which nothing keeps "
                               "apart from the judge: give doctest the solution's objects", "author")

    @staticmethod
    def _is_class(obj: Any) -> bool:
        return isinstance(obj, classes.RemoteMeta) or isinstance(obj, types.FunctionType) and bool(classes.origin(obj))

    def _forgive(self, error: BaseException) -> None:
        """An assertion of a callback that comes out of the outermost call was not swallowed."""
        if self._link.depth == 0:
            self.record.assertions = [kept for kept in self.record.assertions if kept is not error]

    def _perform(self, operation: str, values: list[Any], names: list[str]) -> Any:
        self._reading = operation == "get"
        try:
            if operation in self._around:
                return self._around[operation](*values)
            with self._world.called_back() if self._world is not None else contextlib.nullcontext():
                return passed_in.perform(self.space, operation, values, names)
        except Malformed:
            raise
        except BaseException as error:
            if passed_in.is_assertion(error):
                self.record.assertions.append(error)
            raise

    def _of_surroundings(self) -> dict[str, Callable[..., Any]]:
        """What the guest may ask for that concerns no object of the tests."""
        if (world := self._world) is None:
            return diagnostics.OPERATIONS
        return {
            **diagnostics.OPERATIONS, "variable": world.set_variable, "folder": world.follow,
            "arguments": world.set_arguments,
            "alarm": alarms.strike, "stream": world.streams.replace,
            # While tests are collected others read too.
            "threads": lambda: None if self.is_collecting() else self._link.keep_reading()}


class _Link(Link):
    """Asks without a break: no handler of a signal of the tests' runs between a question and its answer."""

    def exchange(self, operation: str, values: tuple[Any, ...], names: tuple[str, ...]) -> list[Any]:
        """As of any link."""
        if self.depth or threading.current_thread() is not threading.main_thread():
            return super().exchange(operation, values, names)
        with alarms.held():
            return super().exchange(operation, values, names)


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
