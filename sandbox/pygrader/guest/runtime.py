"""The candidate's end of the remote import: does what the judge asks, in the process that holds the solution.

Nothing here is a defence: the solution shares this process and may do to it what it likes. The judge checks.
"""

from __future__ import annotations

import importlib
import inspect
import os
import socket
import sys
import threading
import types
from collections.abc import Callable
from typing import Any

from ..wire import frames, table
from ..wire.folders import Folder
from ..wire.link import Link
from ..wire.operations import special
from .peer import HEADER, MESSAGE
from . import alarms, classes, own_classes, programs, stand_ins, world
from .space import GuestSpace


class SocketTransport:
    """Messages over the socket to the supervisor. A forked child of the candidate gets an error, not a turn."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.pending: bytes | None = None  # a message that was read already
        self._owner = os.getpid()
        self._streams = sys.stdout, sys.stderr

    def own(self, connection: socket.socket) -> None:
        """Go on as a candidate, on its own socket."""
        self.connection = connection
        self._owner = os.getpid()

    def send(self, message: bytes) -> None:
        """Send one message, after what was printed."""
        self._check()
        for stream in (*self._streams, sys.stdout, sys.stderr):
            try:
                if not isinstance(stream, stand_ins.TextFile):  # which prints without a buffer, and by a message
                    stream.flush()
            except Exception:
                pass  # closed, or of the solution's making
        self.connection.sendall(HEADER.pack(len(message), MESSAGE) + message)

    def receive(self) -> bytes:
        """Wait for one message."""
        self._check()
        if self.pending is not None:
            message, self.pending = self.pending, None
            return message
        kind, message = self.read()
        if kind != MESSAGE:
            raise frames.StreamClosed
        return message

    def read(self) -> tuple[int, bytes]:
        """Read whatever comes next."""
        descriptor = self.connection.fileno()
        length, kind = HEADER.unpack(frames.read_exact(descriptor, HEADER.size))
        return kind, frames.read_exact(descriptor, length)

    def _check(self) -> None:
        if os.getpid() != self._owner:
            raise RuntimeError("a forked process cannot call the tests")


class GuestLink(Link):
    """The guest's end, which tells of the solution's streams before tests get to print."""

    streams: world.Streams | None = None
    alarm: alarms.Alarm | None = None  # of a test, for the next request

    def ask(self, operation: str, *values: Any, names: tuple[str, ...] = ()) -> Any:
        """As any link's."""
        if self.streams is not None:
            self.streams.tell()
        if self.alarm is None or not self.alarm.at_work:
            return super().ask(operation, *values, names=names)
        self.alarm.at_work = False
        try:
            return super().ask(operation, *values, names=names)
        finally:
            self.alarm.at_work = True


def connect(connection: socket.socket, objects: bool) -> tuple[GuestLink, SocketTransport]:
    """The link of a template over its socket; its forks inherit it with all tables. objects: the interface's name."""
    space = GuestSpace(objects)
    transport = SocketTransport(connection)
    actions = {**_ACTIONS, **space.loops.actions, **(classes.operations_of(space) if objects else {}),
               **programs.operations(os.getcwd())}
    surroundings: list[world.World] = []

    def surrounded() -> world.World:
        if not surroundings:
            surroundings.append(world.World(link))
        return surroundings[0]
    actions["world"] = lambda changes: surrounded().change(changes)
    actions["lives"] = space.lives
    actions["random_state"] = lambda: surrounded().drawn()
    shared: dict[str, Folder] = {}

    def share(path: str, changes: list[Any], suite: str, named: list[Any]) -> None:
        if path not in shared:
            shared[path] = Folder(path)
            shared[path].is_theirs = os.path.isdir(path)  # by a name that nobody could guess
        os.makedirs(path, exist_ok=True)
        shared[path].apply(changes)
        if named:
            Folder(suite).apply(named)
    calls: dict[str, Callable[[list[Any]], list[Any]]] = {
        **_CALLS, "call_original": lambda values: [classes.original(space, *values[:2]), *values[2:]]}
    actions["share"] = share
    actions["shared"] = lambda path: shared[path].changes()

    def perform(operation: str, values: list[Any], names: list[str]) -> Any:
        alarm = link.alarm
        if alarm is None or threading.current_thread() is not threading.main_thread():
            return carry_out(operation, values, names)
        alarm.at_work = True
        try:
            return carry_out(operation, values, names)
        finally:
            alarm.at_work = False
            if link.depth == 1:
                alarm.end()
                link.alarm = None

    def carry_out(operation: str, values: list[Any], names: list[str]) -> Any:
        try:
            if operation not in calls:
                return actions[operation](*values)
            plain = len(values) - len(names)
            target, *args = calls[operation](values[:plain])
            return _call(target, args, dict(zip(names, values[plain:])))
        except BaseException as error:
            stand_ins.tell_changes(space, error)
            raise
        finally:
            if link.streams is not None:
                link.streams.tell()
            if space.functions:
                stand_ins.tell_attributes(space)
    space.link = link = GuestLink(space, transport, True, perform)
    actions["threads"] = link.keep_reading
    actions["named"] = lambda name: setattr(threading.current_thread(), "name", name)
    return link, transport


# What is called, and with which arguments.
_CALLS: dict[str, Callable[[list[Any]], list[Any]]] = {
    "call": lambda values: values,
    "probe": lambda values: [_probe(values[0]), *values[1:]],
    "invoke": lambda values: [classes.invoke(*values[:2]), *values[2:]],
    "call_unbound": lambda values: [classes.unbound(*values[:3]), *values[3:]],
}


def _step(method: str) -> Callable[..., tuple[bool, Any]]:
    def step(target: Any, *values: Any) -> tuple[bool, Any]:
        try:
            return True, getattr(target, method)(*values)
        except StopIteration as stop:
            return False, stop.value
    return step


def _call(target: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    try:
        return target(*args, **kwargs)
    except StopIteration as error:
        # It would end the test's own loops quietly.
        raise RuntimeError("the solution raised StopIteration") from error
    except StopAsyncIteration as error:
        raise RuntimeError("the solution raised StopAsyncIteration") from error


def _enter(target: Any) -> Any:
    return special(target, "__enter__")()


def _exit(target: Any, error: BaseException | None) -> bool:
    if error is None:
        return bool(special(target, "__exit__")(None, None, None))
    return bool(special(target, "__exit__")(type(error), error, _traceback(error)))


def _traceback(error: BaseException) -> types.TracebackType | None:
    """That of an exception which tests raised: of this line, as their frames stay with them."""
    if error.__traceback__ is None:
        try:
            raise error
        except BaseException:
            pass
    return error.__traceback__


def _import(name: str, *dropped: str) -> types.ModuleType:
    """Import a module, after those that tests have taken out of their sys.modules are gone from it here."""
    for known in list(sys.modules):
        if known in dropped or known.startswith(tuple(drop for drop in dropped if drop.endswith("."))):
            del sys.modules[known]
    return importlib.import_module(name)


def _reload(module: types.ModuleType) -> types.ModuleType:
    sys.modules[module.__name__] = module  # tests may have put it back
    return importlib.reload(module)


def _names(module: types.ModuleType) -> list[str]:
    """What `from module import *` takes: of what it imported itself only that of the library which tests have too."""
    given = module.__dict__.get("__all__")
    if given is not None:
        return list(given)
    home = module.__name__.partition(".")[0]
    return [name for name, value in module.__dict__.items() if not name.startswith("_")
            and (_is_shared(name, value) or _home_of(value, home) == home)]


def _home_of(value: Any, home: str) -> str:
    """The top-level package that a module, class or function is of; home for what does not say."""
    named = value.__name__ if isinstance(value, types.ModuleType) else getattr(value, "__module__", None)
    return (named or home).partition(".")[0]


def _is_shared(name: str, value: Any) -> bool:
    if isinstance(value, types.ModuleType):
        return value.__name__ == name and name in sys.stdlib_module_names
    return table.position(value) is not None


def _signature(function: Any) -> tuple[Any, ...]:
    inner = inspect.unwrap(function)
    if isinstance(inner, types.FunctionType) and inner.__module__ == own_classes.MODULE:
        return (inner,)  # a test's own, whose defaults only the judge knows
    signature = inspect.signature(function)
    empty = inspect.Parameter.empty
    parameters = tuple(
        (parameter.name, int(parameter.kind), () if parameter.default is empty else (parameter.default,),
         () if parameter.annotation is empty else (parameter.annotation,))
        for parameter in signature.parameters.values())
    return parameters, () if signature.return_annotation is empty else (signature.return_annotation,)


def _static(kind: type, name: str) -> tuple[str, Any]:
    """What a class itself holds under a name: of a static or class method the sort, and the function in it."""
    value = kind.__dict__[name]
    if isinstance(value, (staticmethod, classmethod)):
        return "static" if isinstance(value, staticmethod) else "class", value.__func__
    return "", value


def _probe(source: str) -> Any:
    """The function that a test wants to run here; it has no name in a file, and no globals but built-ins."""
    scope: dict[str, Any] = {"__name__": "probe"}
    exec(compile(source, "<probe>", "exec"), scope)
    return scope["probe"]


def _doctests(target: Any) -> list[tuple[str, int, int]]:
    """Run the examples in an object's docstrings: name, how many, how many failed, for each docstring with some."""
    import doctest  # takes 20 ms, and few suites run them
    found = doctest.DocTestFinder(exclude_empty=True).find(target)
    results = [(test.name, doctest.DocTestRunner(verbose=False).run(test)) for test in found if test.examples]
    return [(name, result.attempted, result.failed) for name, result in results]


def _print(name: str, text: str) -> None:
    getattr(sys, name).write(text)


def _read_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


_ACTIONS: dict[str, Callable[..., Any]] = {
    "import": _import, "reload": _reload, "names": _names, "dir": dir, "get": getattr,
    "set": setattr, "set_plainly": object.__setattr__, "delete": delattr, "signature": _signature, "iter": iter,
    "static": _static, "signature_of": lambda kind, name: _signature(inspect.getattr_static(kind, name)),
    "next": _step("__next__"), "send": _step("send"), "throw": _step("throw"), "close": lambda target: target.close(),
    "enter": _enter, "exit": _exit, "read_file": _read_file, "nothing": lambda: None, "doctests": _doctests,
    "print": _print,
}
