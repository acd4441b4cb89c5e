"""The guest's tables: how the candidate's objects are described to the judge, and what stands for the tests' here."""

from __future__ import annotations

import builtins
import enum
import gc
import importlib
import os
import sys
import traceback
import types
import weakref
import zoneinfo
from typing import TYPE_CHECKING, Any

from ..wire import exceptions, generics, table
from ..wire.space import Space
from ..wire.values import EXACT, INLINE, Parts, base_of
from . import asynchronous, classes, own_classes, stand_ins

if TYPE_CHECKING:
    from ..wire.link import Link

_MAX_TRACE = 16 << 10
_BINDING = (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)


class GuestSpace(Space):
    """Numbers are odd. Nothing here is trusted by anyone: it only describes."""

    link: Link

    def __init__(self, objects: bool) -> None:
        super().__init__(first=1)
        self.loops = asynchronous.GuestLoops(self)
        self._objects = objects  # the interface of that name: classes are shown as classes
        self.functions: list[tuple[Any, dict[str, Any]]] = []  # of tests, new in this request, and their attributes
        self.mirrored: dict[int, Any] = {}
        self.raised: dict[int, tuple[Any, ...]] = {}  # by id of a test's exception, what the judge knows of its state
        self.claimed: dict[int, set[str]] = {}  # by handle, the operations that a class had when it crossed
        self.taken: dict[int, int] = {}  # by id of a class that may stand for a test's, whose handle
        self.originals: dict[tuple[int, str], Any] = {}  # what a test's patch of a class or module hides

    def data_type(self, obj: Any) -> type | None:
        """The type of data that an object is or inherits from."""
        kind = type(obj)
        if kind in EXACT:
            return kind
        if issubclass(kind, (type, types.ModuleType, BaseException)):
            return None
        base = base_of(kind)
        if isinstance(kind, own_classes.DateClass):
            return base
        if self._objects and base is not None and (issubclass(kind, enum.Enum) or base in classes.COPIED):
            return None
        return base

    def own_zone(self, obj: Any) -> type | None:
        """A time in a zone of the solution's own crosses in one of what that says of it, if it says anything; any other
        stays."""
        kind = base_of(type(obj))
        try:
            said = kind is not zoneinfo.ZoneInfo and not isinstance(obj.tzinfo, zoneinfo.ZoneInfo) and obj.utcoffset()
        except Exception:
            return None
        return None if said is False else kind

    def class_of(self, container: Any) -> Any:
        """The class of an instance of the candidate's own list, set or dict."""
        kind = type(container)
        if not self._objects or kind in EXACT or base_of(kind) not in classes.REFILLED:
            return None
        return kind

    def describe(self, obj: Any) -> tuple[str, Parts]:
        """What the judge is told of the candidate's object: what it can do, and a name for people."""
        obj = own_classes.in_place(obj)
        kind = type(obj)
        if generics.is_of_types(obj):  # before isinstance, which calls list[int] a type
            return "generic", generics.take_apart(obj) or []
        if isinstance(obj, types.ModuleType):
            doc = obj.__dict__.get("__doc__")
            return "module", [_text(obj.__dict__.get("__name__")), doc if type(doc) is str else None,
                              "__path__" in obj.__dict__]
        if isinstance(obj, type) and issubclass(obj, BaseException):
            return "X", [obj.__name__, _text(obj.__module__), obj.__qualname__, _text(obj.__doc__), obj.__bases__]
        if isinstance(obj, BaseException):
            return "x", _exception(obj, self._objects)
        if isinstance(obj, types.GeneratorType):
            return "g", [obj.__name__, obj.gi_suspended]
        if (found := self.loops.describe(obj)) is not None:
            return found
        if self._objects and type(obj) is property:
            return "p", [obj.fget, obj.fset, obj.fdel, _text(obj.__doc__)]
        if self._objects and isinstance(obj, type):
            self.claimed[self.export(obj)] = classes.own_claims(obj)
            return classes.describe_class(self, obj)
        if self._objects and not classes.is_plain(obj):
            return classes.describe_instance(obj)
        flags = ""
        if callable(obj):
            flags += "m" if isinstance(obj, _BINDING) or _binds(kind) else "c"
        if hasattr(kind, "__next__"):
            flags += "n"
        elif hasattr(kind, "__iter__") and not isinstance(obj, type):
            flags += "i"
        if hasattr(kind, "__enter__") and hasattr(kind, "__exit__"):
            flags += "w"
        if isinstance(obj, types.FunctionType):
            flags += "f"
        flags += asynchronous.letters(obj)
        if flags[:1] in ("c", "m"):
            flags += asynchronous.sort_of_function(obj)
        label = getattr(obj, "__name__", None) if flags[:1] in ("c", "m") else None
        return flags, [label if type(label) is str else f"{kind.__name__} object"]

    def export(self, obj: Any) -> int:
        """As any side; for a test's class that a class of the solution's has replaced, that one."""
        return super().export(own_classes.in_place(obj))

    def handle_known(self, obj: Any) -> int | None:
        """As any side. A class that has other operations than when it crossed is another one there."""
        obj = own_classes.in_place(obj)
        handle = super().handle_known(obj)
        if handle in self.claimed and self.claimed[handle] != classes.own_claims(obj):
            del self.export_ids[id(obj)]
            return None
        return handle

    def lives(self, handle: int, collect: bool) -> bool:
        """Whether anything but this table holds an object, after a run of the garbage collector if so asked."""
        obj = self.exports.get(handle)
        try:
            weak = weakref.ref(obj)
        except TypeError:  # None, or an object that knows of none
            return False
        described = handle in self.described
        self.drop(-handle)
        del obj
        if collect:
            gc.collect()
        obj = weak()
        if obj is not None:
            self.exports[handle], self.export_ids[id(obj)] = obj, handle
            self.described |= {handle} if described else set()
        return obj is not None

    def original(self, owner: type, name: str) -> Any:
        """The function of a candidate's class that a local one of the judge stands for."""
        return classes.original(self, owner, name)

    def proxy(self, handle: int, kind: str, parts: Parts) -> Any:
        """The stand-in for a test's object."""
        return stand_ins.make(self, handle, kind, parts)


def _binds(kind: type) -> bool:
    return hasattr(kind, "__get__") and not issubclass(kind, type)


def _text(value: Any) -> str:
    return str.__str__(value) if isinstance(value, str) else ""


def _data(values: Any) -> tuple[Any, ...]:
    return tuple(value if type(value) in INLINE or base_of(type(value)) is not None or table.position(value) is not None
                 or isinstance(value, BaseException) else None for value in values)


def _exception(error: BaseException, objects: bool) -> Parts:
    """Class, arguments, text, traceback, notes, attributes that are data, cause, context."""
    try:
        text = str(error)
    except Exception as failure:
        text = f"<str() of the exception raised {type(failure).__name__}>"
    args = BaseException.__getattribute__(error, "args")
    if isinstance(error, BaseExceptionGroup):
        args = (args[0], tuple(error.exceptions))  # its parts are built before it is
    return [_crossing_class(type(error)), args if objects else _data(args), text, trace_text(error),
            exceptions.notes(error), exceptions.attributes(error), error.__cause__, error.__context__,
            error.__suppress_context__]


def _crossing_class(kind: type) -> type:
    """The class itself where it is the candidate's or in the table, else the nearest base that is in it."""
    if table.position(kind) is not None or not _of_library(kind) or kind.__name__ == "SkipTest":
        return kind
    return next(base for base in kind.__mro__ if table.position(base) is not None)


def _of_library(kind: type) -> bool:
    module = sys.modules.get(_text(kind.__module__))
    return module is builtins or _text(kind.__module__).partition(".")[0] in sys.stdlib_module_names


def trace_text(error: BaseException) -> str:
    """The traceback without the frames of this package, cut to a length."""
    try:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__)
                  if not _own_name(frame.filename).startswith("pygrader/")
                  and not frame.filename.startswith(("<frozen importlib", os.path.dirname(importlib.__file__)))]
        text = "".join(traceback.format_list(frames))
    except Exception:
        return ""
    text = text.replace(os.getcwd() + "/", "")
    return text[-_MAX_TRACE:]


def _own_name(filename: str) -> str:
    """A file's name from the package on, for our own files."""
    _, found, rest = filename.rpartition("/pygrader/")
    return f"pygrader/{rest}" if found and rest.split("/")[0] in ("guest", "wire") else filename
