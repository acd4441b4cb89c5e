"""The candidate's end of the remote import: does what the judge asks, in the process that holds the solution.

Nothing here is a defence: the solution shares this process and may do to it what it likes. The judge checks.
"""

from __future__ import annotations

import importlib
import inspect
import os
import socket
import sys
import types
from collections.abc import Callable
from typing import Any

from ..wire import frames
from ..wire.folders import Folder
from ..wire.link import Link
from ..wire.operations import special
from .peer import HEADER, MESSAGE
from . import classes, stand_ins, world
from .space import GuestSpace


class SocketTransport:
    """Messages over the socket to the supervisor. A forked child of the candidate gets an error, not a turn."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.pending: bytes | None = None  # a message that was read already
        self._owner = os.getpid()

    def own(self, connection: socket.socket) -> None:
        """Go on as a candidate, on its own socket."""
        self.connection = connection
        self._owner = os.getpid()

    def send(self, message: bytes) -> None:
        """Send one message, after what was printed."""
        self._check()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass  # closed or replaced by the solution
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


def connect(connection: socket.socket, objects: bool) -> tuple[Link, SocketTransport]:
    """The link of a template over its socket; its forks inherit it with all tables. objects: the interface's name."""
    space = GuestSpace(objects)
    transport = SocketTransport(connection)
    actions = {**_ACTIONS, **space.loops.actions, **(classes.operations_of(space) if objects else {})}
    surroundings: list[world.World] = []

    def surround(changes: list[tuple[Any, ...]]) -> None:
        if not surroundings:
            surroundings.append(world.World(space.link))
        surroundings[0].change(changes)
    actions["world"] = surround
    shared: dict[str, Folder] = {}

    def share(path: str, changes: list[Any], suite: str, named: list[Any]) -> None:
        os.makedirs(path, exist_ok=True)
        shared.setdefault(path, Folder(path)).apply(changes)
        if named:
            Folder(suite).apply(named)
    actions["share"] = share
    actions["shared"] = lambda path: shared[path].changes()

    def perform(operation: str, values: list[Any], names: list[str]) -> Any:
        if operation not in _CALLS:
            return actions[operation](*values)
        plain = len(values) - len(names)
        target, *args = _CALLS[operation](values[:plain])
        return _call(target, args, dict(zip(names, values[plain:])))
    space.link = Link(space, transport, True, perform)
    actions["threads"] = space.link.keep_reading
    return space.link, transport


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
    kind = None if error is None else type(error)
    return bool(special(target, "__exit__")(kind, error, None if error is None else error.__traceback__))


def _names(module: types.ModuleType) -> list[str]:
    """What `from module import *` takes, where modules that it imported itself are left out."""
    given = module.__dict__.get("__all__")
    if given is not None:
        return list(given)
    home = module.__name__.partition(".")[0]
    return [name for name, value in module.__dict__.items() if not name.startswith("_")
            and (getattr(value, "__module__", home) or home).partition(".")[0] == home
            and not (isinstance(value, types.ModuleType) and value.__name__.partition(".")[0] != home)]


def _signature(function: Any) -> tuple[Any, ...]:
    inner = inspect.unwrap(function)
    if isinstance(inner, types.FunctionType) and inner.__module__ == stand_ins.MODULE:
        return (inner,)  # a test's own, whose defaults only the judge knows
    signature = inspect.signature(function)
    empty = inspect.Parameter.empty
    parameters = tuple(
        (parameter.name, int(parameter.kind), () if parameter.default is empty else (parameter.default,),
         () if parameter.annotation is empty else (parameter.annotation,))
        for parameter in signature.parameters.values())
    return parameters, () if signature.return_annotation is empty else (signature.return_annotation,)


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


def _read_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


_ACTIONS: dict[str, Callable[..., Any]] = {
    "import": importlib.import_module, "reload": importlib.reload, "names": _names, "dir": dir, "get": getattr,
    "set": setattr, "delete": delattr, "signature": _signature, "iter": iter,
    "signature_of": lambda kind, name: _signature(inspect.getattr_static(kind, name)),
    "next": _step("__next__"), "send": _step("send"), "throw": _step("throw"), "close": lambda target: target.close(),
    "enter": _enter, "exit": _exit, "read_file": _read_file, "nothing": lambda: None, "doctests": _doctests,
}
