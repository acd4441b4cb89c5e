"""`import solution` in a test: modules whose attributes live in the guest, and the hook that finds them."""

from __future__ import annotations

import builtins
import dis
import importlib
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import dicts

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_NEVER_STARRED = ("_", "test", "Test", "pytest", "setup", "teardown", "load_tests", "setUp", "tearDown",
                  "collect_ignore")
_DICT: Any = vars(types.ModuleType)["__dict__"].__get__
_OURS = ("__remote__", "__imported__")
_ASKED = frozenset(("__version__", "__author__"))


class RemoteModule(types.ModuleType):
    """A module of the guest. Special names are answered here; every other one is asked for when it is used."""

    def __init__(self, remote: Remote, name: str, doc: str | None, path: bool) -> None:
        super().__init__(name, doc)
        self.__dict__["__remote__"] = remote
        self.__dict__["__file__"] = remote.sources.path_of(name)
        if path:
            self.__dict__["__path__"] = []

    @property
    def __dict__(self) -> Any:  # type: ignore[override]
        own = _DICT(self)
        if not dicts.is_for_tests():
            return own
        return dicts.Shown({name: value for name, value in own.items() if name not in _OURS}, dir(self),
                           lambda name: getattr(self, name), lambda name, value: setattr(self, name, value))

    def __repr__(self) -> str:
        return f"<module {self.__name__!r} of the solution>"

    def __getattr__(self, name: str) -> Any:
        remote: Remote = self.__dict__["__remote__"]
        if name == "__all__" and not _is_star(sys._getframe(1)):
            return remote.ask("get", self, name)
        if name == "__all__":
            bound = sys._getframe(1).f_globals
            told = remote.ask("names", self)
            if type(told) is not list:
                raise remote.refusal(f"`from {self.__name__} import *`: its __all__ is no list of names")
            return [given for given in told if type(given) is str and given not in bound
                    and not given.startswith(_NEVER_STARRED) and not hasattr(builtins, given)
                    and (not remote.sources.is_bound(given) or self._is_librarys(given))]
        if name.startswith("__") and name not in _ASKED:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        found = remote.ask("get", self, name)
        if isinstance(found, RemoteModule) and name in sys.stdlib_module_names and _is_star(sys._getframe(1)):
            return importlib.import_module(name)  # which tests then use for themselves
        if remote.surface is not None:
            remote.surface.name(found)
        return found

    def _is_librarys(self, name: str) -> bool:
        """Whether a name stands for a module of the library, which a star import takes from here."""
        remote: Remote = self.__dict__["__remote__"]
        return name in sys.stdlib_module_names and isinstance(remote.ask("get", self, name), RemoteModule)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            super().__setattr__(name, value)
        elif not (isinstance(value, RemoteModule) and f"{self.__name__}.{name}" == value.__name__):
            self.__dict__["__remote__"].ask("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        if name.startswith("__"):
            super().__delattr__(name)
        else:
            self.__dict__["__remote__"].ask("delete", self, name)

    def __dir__(self) -> list[str]:
        return [name for name in self.__dict__["__remote__"].ask("dir", self) if type(name) is str]


def _is_star(frame: types.FrameType) -> bool:
    """Whether a frame is at `from module import *`, rather than at an attribute of that name."""
    instruction = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    return instruction in ("IMPORT_STAR", "CALL_INTRINSIC_1")


class Importer(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of the submission, by the names of its top-level modules, and nothing else."""

    def __init__(self, remote: Remote, names: Sequence[str]) -> None:
        self._remote = remote
        self._names = frozenset(names)
        self._entry = names[0]
        self._given: set[str] = set()  # modules that tests have imported

    def install(self) -> None:
        """Put this finder in front of all others."""
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """The spec of a module of the submission, None for any other.

        But for the entry, what the judge finds by itself (the suite's own files, the library) is not the submission's.
        """
        top = fullname.partition(".")[0]
        if top not in self._names:
            return None
        if top != self._entry:
            own = self._tests_own(top)
            if own is not None or top in sys.stdlib_module_names:
                return own if fullname == top else None
        origin = self._remote.sources.path_of(fullname)
        return importlib.machinery.ModuleSpec(fullname, self, origin=origin, is_package=True)

    def _tests_own(self, top: str) -> importlib.machinery.ModuleSpec | None:
        """As the judge finds it in all folders but the submission's, which a test may have put in front."""
        return importlib.machinery.PathFinder.find_spec(
            top, [folder for folder in sys.path if not self._remote.sources.is_folder(folder)])

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        """Import it in the guest; raises what the import raises there."""
        module = self._remote.ask("import", spec.name, *self._dropped())
        self._given.add(spec.name)
        if not isinstance(module, RemoteModule):
            raise self._remote.refusal(f"import {spec.name} gave no module")
        return module

    def _dropped(self) -> list[str]:
        """What is to be imported anew, where "name." stands for all that lies below: what tests have taken out of
        sys.modules, and all, if it is in a test that they import the first, with what it has patched and captures.

        A package's modules that tests have not imported themselves are not listed here: they go with it.
        """
        gone = [name for name in self._given if name not in sys.modules]
        if not self._given and not self._remote.is_collecting():
            gone = list(self._names)
        self._given.difference_update(gone)
        return gone + [f"{name}." for name in gone if not any(other.startswith(f"{name}.") for other in self._given)]

    def exec_module(self, module: types.ModuleType) -> None:
        """Nothing is left to do but for importlib.reload."""
        if "__imported__" in module.__dict__:
            self._remote.ask("reload", module)
        module.__dict__["__imported__"] = True
