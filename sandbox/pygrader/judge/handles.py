"""What tests see of the candidate's objects (REMOTE.md, "What stays, behind a handle").

A handle is truthy, hashes and compares by identity, and offers what its kind says and nothing else. Special names are
answered here, so that pytest, inspect and unittest can look at a handle without a call.
"""

from __future__ import annotations

import inspect
import operator
import pickle
import sys
import types
from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from . import processes, texts
from .surface import FUNCTION

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_ASKED = frozenset(("__name__", "__qualname__", "__doc__", "__module__", "__annotations__", "__wrapped__"))


class Handle:
    """Stands for an object of the candidate."""

    __slots__ = ("_remote", "_label", "__weakref__")

    def __init__(self, remote: Remote, label: str) -> None:
        object.__setattr__(self, "_remote", remote)
        object.__setattr__(self, "_label", label)

    def __repr__(self) -> str:
        return f"<{self._label} of the solution>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("_", "assert_")) or name in ("pytestmark", "pytest_plugins"):  # assert_: a mock's
            raise AttributeError(name)
        if self._remote.surface is not None:
            self._remote.require(FUNCTION, name)
            return self._remote.ask("get", self, name)
        return self._refuse(f"its attribute {name!r} was used")

    def __setattr__(self, name: str, value: Any) -> None:
        if self._remote.surface is not None and not name.startswith("__"):
            self._remote.require(FUNCTION, name)
            self._remote.ask("set", self, name, value)
        else:
            self._refuse(f"its attribute {name!r} was set")

    def _refuse(self, what: str) -> NoReturn:
        raise self._remote.refusal(
            f"{self!r} stands where the test expects plain data or a function ({what}): "
            "return built-in types such as a dict, a list or a tuple instead")


def _refusing(name: str) -> Callable[..., NoReturn]:
    def method(self: Handle, *_: Any) -> NoReturn:
        self._refuse(f"{name} was asked for")
    return method


class Token(Handle):
    """An object that can only be told from others by `is`, and passed back."""

    __slots__ = ()
    __iter__ = None  # else Python would try __getitem__

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if self._remote.surface is not None:  # what is no more than an object equals itself alone, and asks nobody
            return NotImplemented
        self._refuse("it was compared")

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __bool__(self) -> bool:
        return True


for _operation in ("lt le gt ge len getitem setitem delitem contains int float index complex bytes neg pos abs invert "
                   "round reversed " + " ".join(
                       f"{prefix}{name}" for name in "add sub mul truediv floordiv mod divmod pow matmul and or xor "
                       "lshift rshift".split() for prefix in ("", "r"))).split():
    setattr(Token, f"__{_operation}__", _refusing(f"__{_operation}__"))


class Call(Handle):
    """A function, a method or another callable object."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self._remote.ask("call", self, *args, *kwargs.values(), names=tuple(kwargs))

    def __getattribute__(self, name: str) -> Any:
        if name in _ASKED:
            remote: Remote = object.__getattribute__(self, "_remote")
            if not remote.usable():
                raise AttributeError(name)
            value = remote.ask("get", self, name)
            return texts.all_annotations(value) if name == "__annotations__" else value
        if name == "__signature__":
            return object.__getattribute__(self, "_signature")()
        return object.__getattribute__(self, name)

    def __copy__(self) -> Call:
        return self

    def __reduce_ex__(self, protocol: Any) -> Any:
        """By the name under which its module holds it, as any function's."""
        module, name = self.__module__, getattr(self, "__qualname__")
        try:
            found = operator.attrgetter(name)(sys.modules[module])
        except (KeyError, AttributeError):
            found = None
        if found is not self:
            raise pickle.PicklingError(f"Can't pickle {self!r}: it's not found as {module}.{name}")
        _pickled[id(self)] = self
        return _revived, (id(self),)

    def __deepcopy__(self, _: object) -> Call:
        return self

    def _signature(self) -> inspect.Signature:
        """The signature from plain data."""
        signature: inspect.Signature = self._remote.signature(self._remote.ask("signature", self))
        return signature


_pickled: dict[int, Call] = {}
"""What was pickled, kept for good, by its id."""


def _revived(number: int) -> Any:
    return _pickled.get(number, processes.refuse)  # not there in a process that was forked before


class Method(Call):
    """A callable that binds to the instance that it is looked up on, as functions do."""

    __slots__ = ()

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else types.MethodType(self, instance)


class Iterable(Handle):
    """Something that can be iterated over again."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        return self._remote.ask("iter", self)  # type: ignore[no-any-return]


class RemoteIterator(Handle):
    """An iterator, one element a call."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        more, value = self._remote.ask("next", self)
        if not more:
            raise StopIteration(value)
        return value


class Manager(Handle):
    """A context manager."""

    __slots__ = ()

    def __enter__(self) -> Any:
        return self._remote.ask("enter", self)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: Any) -> bool:
        swallowed = self._remote.ask("exit", self, error) is True
        if swallowed and error is not None:
            self._remote.swallowed(error)
        return swallowed


def generator(remote: Remote, handle: int, name: str, begun: bool) -> Generator[Any, Any, Any]:
    """A real generator that drives the candidate's, step by step. begun: that stands at a yield, and takes a value."""
    def drive() -> Generator[Any, Any, Any]:
        operation, value, result = "next", None, None
        waits = begun
        while True:
            if not waits:
                more, result = remote.ask(
                    operation, remote.space.proxies[handle], *([value] if value is not None else []))
                if not more:
                    return result
            waits = False
            try:
                value = yield result
                operation = "next" if value is None else "send"
            except GeneratorExit:
                if remote.usable() and handle in remote.space.proxies:  # else it is being let go
                    remote.ask("close", remote.space.proxies[handle])
                raise
            except BaseException as error:
                operation, value = "throw", error
    driver = drive()
    driver.__name__ = name  # type: ignore[attr-defined]  # generators have one
    if begun:
        next(driver)
    return driver


CAPABILITIES: dict[str, type[Handle]] = {"c": Call, "m": Method, "n": RemoteIterator, "i": Iterable, "w": Manager}
"""By the letters in the kind of a handle, in that order; asynchronous.py adds its own."""
_KINDS: dict[str, type[Handle]] = {"": Token}


def kind_of_handle(flags: str) -> type[Handle]:
    """The class of handle with the capabilities that the letters name, made once each. KeyError for others."""
    kind = _KINDS.get(flags)
    if kind is None:
        bases = tuple(base for flag, base in CAPABILITIES.items() if flag in flags)
        if flags != "".join(flag for flag in CAPABILITIES if flag in flags):
            raise KeyError(flags)
        if "f" in flags:  # pydoc and unittest look at the type
            body = {"__slots__": (), "__doc__": property(lambda self: getattr(self, "__doc__"))}
            kind = type("function", bases, body)
        else:
            kind = bases[0] if len(bases) == 1 else type("Handle", bases, {"__slots__": ()})
        _KINDS[flags] = kind
    return kind
