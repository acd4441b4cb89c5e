"""The judge's tables: how tests' objects are described to the guest, and what stands for the guest's objects here."""

from __future__ import annotations

import contextlib
import enum
import io
import types
import weakref
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..wire import generics, limits, table
from ..wire.loops import KINDS
from ..wire.space import Space, file_of
from ..wire.values import CONTAINERS, EXACT, Malformed, Parts, base_of
from . import asynchronous, building, classes, enums, exceptions, handles, openness, own_enums, own_objects, passed_in
from .modules import RemoteModule

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's


_MUCH = 64 << 10  # bytes from the solution, after which too much for it may be its own doing
_POWERFUL = (open, eval, exec, compile, setattr, delattr, __import__, input, breakpoint, globals, locals, vars)


class JudgeSpace(Space):
    """Numbers are even. Everything that proxy is given is a claim."""

    def __init__(self, remote: Remote) -> None:
        super().__init__(first=2)
        self._remote = remote
        self.loops = asynchronous.JudgeLoops(self, remote)
        self._weak: dict[int, weakref.ref[Any]] = {}  # by handle, stand-ins for instances of the candidate's classes
        self._untold: dict[int, type] = {}  # classes of those that have died since the guest was last told
        self.implicit: set[int] = set()  # ids of tests' classes that crossed as those of objects, not by themselves
        self._made: type | None = None  # a test's class that is being made in the guest
        self.hung: dict[int, set[str]] = {}  # by id of a test's function, attributes that the solution has given it
        self._shared: set[int] = set()  # handles of what is the same on both sides
        self._inert: dict[int, handles.Token] = {}  # by position in the fixed table
        self._inert_ids: dict[int, int] = {}

    def remember(self, handle: int, proxy: Any) -> Any:
        """A stand-in that holds nothing lives as long as tests hold it, and with it the candidate's object. What was
        said to be a generic type, or a member of a test's enumeration, stands for nothing: it is not its to compare."""
        if handle in self._shared:
            self.proxies[handle] = proxy
            return proxy
        above = type(proxy).__mro__
        if classes.Object not in above or not classes.DATA_BASES.isdisjoint(above):  # it holds data, as below a tuple
            return super().remember(handle, proxy)
        number, kind = id(proxy), type(proxy)

        def dead(_: object) -> None:
            if self._weak.pop(handle, None) is not None:
                self.proxy_ids.pop(number, None)
                self.gone.append(-handle)
                self._untold[handle] = kind
                if any("__del__" in vars(base).get("_pygrader_claims", ()) for base in kind.__mro__):
                    self._remote.let_go()
        self._weak[handle] = weakref.ReferenceType(proxy, dead)  # which no test has replaced
        self.proxy_ids[number] = handle
        return proxy

    def forget(self, handle: int) -> None:
        """Drop a stand-in again."""
        found = self._weak.pop(handle, None)
        if found is not None:
            self.proxy_ids = {number: other for number, other in self.proxy_ids.items() if other != handle}
        super().forget(handle)

    def known(self, handle: int) -> Any:
        """The stand-in for an object of the other side, None for an unknown one."""
        found = self._weak.get(handle)
        if found is None and handle in self._untold:  # tests have let it go, and the guest does not know that yet
            self.gone.remove(-handle)
            return self.remember(handle, building.build_instance(self._untold.pop(handle)))
        return super().known(handle) if found is None else found()

    def size(self) -> int:
        """As any side."""
        return super().size() + len(self._weak)

    def release(self) -> list[int]:
        """As any side; what has died is told now."""
        self._untold.clear()
        return super().release()

    def builtin(self, number: int) -> Any:
        """An entry of the table, or a token for one that a test must not call for the guest."""
        if number not in table.INERT and not table.is_library(number):
            return super().builtin(number)
        token = self._inert.get(number)
        if token is None:
            name = getattr(table.entry(number), "__name__", "built-in")
            token = self._inert[number] = handles.Token(self._remote, f"built-in {name}")
            self._inert_ids[id(token)] = number
        return token

    def builtin_number(self, obj: Any) -> int | None:
        """A token's position too, on its way back, and that of a class of the library's: the guest has the same one."""
        number = self._inert_ids.get(id(obj), super().builtin_number(obj))
        return table.position_of_library(obj) if number is None and type(obj) is type else number

    def canonical(self, method: types.BuiltinMethodType | types.MethodType) -> Any:
        """As any side; of what tests are methods of a method crosses as a function, without the object."""
        if isinstance(method, types.MethodType) and openness.runs_tests(method.__self__):
            return self._methods.setdefault((id(method.__self__), method.__name__), method)
        return super().canonical(method)

    def data_type(self, obj: Any) -> type | None:
        """Exact types of data; a test's own immutable subclass as its base, a mutable one not at all."""
        kind = type(obj)
        if kind in EXACT:
            return kind
        if (number := self.numbers.get(id(obj))) is not None:
            return self.entries[number].kind  # of a candidate's class
        if isinstance(kind, enums.RemoteEnumMeta) or isinstance(kind, enum.EnumMeta) and own_enums.is_told(kind):
            return None
        if isinstance(obj, (BaseException, type, types.FunctionType)) or hasattr(kind, "_fields"):
            return None
        base = base_of(kind)
        if base in CONTAINERS and self._remote.surface is not None:
            return None  # it stays here, with its own methods
        if base in CONTAINERS and not isinstance(obj, enum.Enum):
            raise self._remote.refusal(
                f"a test passed a {kind.__name__}, its own kind of {base.__name__}, to the solution, where a change "
                f"would be lost: pass a plain {base.__name__}", "author")
        return base

    def own_zone(self, obj: Any) -> type | None:
        """Refused, but for a zone of the solution's own: a handle is no time to calculate with."""
        zone = getattr(obj, "tzinfo", obj)
        if id(zone) in self.proxy_ids:
            return base_of(type(obj))
        raise self._remote.refusal(
            f"a test passed a time zone that cannot cross to the solution, a {type(zone).__name__}: pass a "
            "datetime.timezone or a zoneinfo.ZoneInfo of a name", "author")

    def describe(self, obj: Any) -> tuple[str, Parts]:
        """What the guest is told of a test's object."""
        if any(obj is powerful for powerful in _POWERFUL):
            raise self._remote.refusal(
                f"a test passed the built-in {obj.__name__} to the solution, which could do anything with it: pass "
                "a function of the test's own", "author")
        if (found := self.loops.describe(obj)) is not None:
            return found
        if isinstance(type(obj), enums.RemoteEnumMeta):
            return "made", [type(obj), obj._value_]
        if isinstance(obj, types.FunctionType) and (of := classes.origin(obj)) is not None:
            return "function of", list(of)
        if isinstance(obj, types.MethodType) and classes.origin(obj.__func__) is not None:
            return "method of", [obj.__self__, obj.__func__.__name__]
        if issubclass(type(obj), types.ModuleType):  # rather than what it says: a mock stands for a module
            raise self._remote.refusal(
                f"a test passed the module {obj.__name__!r} to the solution: pass the functions it needs", "author")
        if isinstance(obj, BaseException):
            return exceptions.describe(obj)
        if isinstance(obj, type) and issubclass(obj, BaseException):
            return exceptions.describe_class(obj)
        if isinstance(file := file_of(obj), io.IOBase):
            return "file", passed_in.describe_file(file)
        kind, parts = passed_in.describe(obj)
        # Classes that cross as an object's, or in an annotation, have not been passed in themselves.
        among = {"object": parts[:1], "member": parts[:1], "function": parts[4:5], "generic": parts[2:]}.get(kind, [])
        for part in among[0] if among and type(among[0]) is tuple else among:
            if isinstance(part, type) and id(part) not in self.export_ids:
                self.implicit.add(id(part))
        return kind, parts

    def proxy(self, handle: int, kind: str, parts: Parts) -> Any:
        """The stand-in for a claimed kind of object."""
        if kind == "x":
            return exceptions.build(self._remote, handle, parts)
        if kind == "X":
            return exceptions.build_class(self._remote, handle, parts)
        if self._remote.surface is not None and kind in ("C", "o", "d", "e"):
            return self._of_class(kind, parts)
        if self._remote.surface is not None and kind == "p":
            return building.build_property(*parts)
        if kind in KINDS:
            return self.loops.proxy(handle, kind, parts)
        if kind in ("generic", "member"):
            self._shared.add(handle)
            return generics.build(*parts) if kind == "generic" else own_enums.member(*parts)
        if not parts or any(type(part) is not str for part in parts[:1]):
            raise Malformed("name of a handle")
        label = parts[0][:200]
        if kind == "module":
            return self._module(parts)
        if kind == "g":
            return handles.generator(self._remote, handle, label, parts[1:] == [True])
        return handles.kind_of_handle(kind)(self._remote, label)

    def _of_class(self, kind: str, parts: Parts) -> Any:
        """A class of the candidate's, or an instance of one."""
        if kind == "C" and self._made is not None and parts[:2] == [self._made.__name__, "tests"]:
            return self._made
        if kind == "C":
            build = enums.build_enum if enums.is_enum(parts[4]) else building.build_class
            return build(self._remote, parts)
        if kind == "e":
            return enums.build_member(*parts)
        return building.build_instance(*parts) if kind == "o" else building.build_data(*parts)

    def tests_own(self, handle: Any) -> tuple[type, ...]:
        """The test's class that a candidate's is said to have taken the place of, as one more base of it."""
        found: Any = self.exports.get(handle) if type(handle) is int else None
        return (found,) if own_objects.lays_open(self, found) else ()

    @contextlib.contextmanager
    def making(self, local: type) -> Iterator[None]:
        """While a test's class is made in the guest, what the guest shows under its name is that class."""
        before, self._made = self._made, local
        try:
            yield
        finally:
            self._made = before

    def new_container(self, of_class: Any, kind: type, plain: Any) -> Any:
        """An empty one of a candidate's class below a built-in one."""
        return building.new_container(of_class, kind, plain)

    def exceeded(self) -> None:
        """A guest could only end itself over it."""
        raise self._remote.refusal(
            f"a test passed more to the solution at once than may cross ({limits.MAX_MESSAGE >> 20} MiB, "
            f"{limits.MAX_NODES} values): pass less, or a file with sandbox_files",
            # It may be the solution's own, or what it had a test's function make.
            "candidate" if self._remote.channel.received > _MUCH or self._remote.is_answering() else "author")

    def _module(self, parts: Parts) -> RemoteModule:
        name, doc, package = parts
        if type(doc) not in (str, type(None)) or type(package) is not bool:
            raise Malformed("description of a module")
        return RemoteModule(self._remote, name, doc, package)
