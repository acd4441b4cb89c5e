"""The submission's own files: tests may read them and have them run, but nothing of them runs in the judge.

They lie beside the suite's folder, as in a project of its own. What runs one (programs.py, runpy, an import by its
path) is done in the guest instead. Once a test has opened one, its text may be anywhere: for as long as that test runs,
code that is neither the suite's nor the library's does not run in the judge.
"""

from __future__ import annotations

import base64
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import linecache
import os
import re
import runpy
import sys
import types
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pytest

from . import classes, suite_files
from .functions import function
from .modules import RemoteModule

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_OPENS = frozenset(("open", "os.link", "os.rename", "os.symlink"))  # events of sys.audit: their first argument is read
_UNPACKS = ("/tarfile.py", "/zipfile.py", "/shutil.py")
_STANDARD = os.path.dirname(os.path.realpath(os.__file__)) + "/"
_PACKAGES = os.path.dirname(os.path.dirname(os.path.realpath(pytest.__file__))) + "/"  # pytest's, and its neighbours
_LIBRARY = (_STANDARD, _PACKAGES, os.path.dirname(os.path.dirname(os.path.realpath(__file__))) + "/")
_MAKES_CODE = (*(_STANDARD + name for name in (
    "dataclasses.py", "collections/__init__.py", "typing.py", "enum.py", "unittest/mock.py")), _PACKAGES + "_pytest/")
"""What of the library makes code of its own, out of names; timeit, doctest and others run what they are given."""


class Sources:
    """The Python files of one submission. root: the suite's folder."""

    def __init__(self, remote: Remote, root: str) -> None:
        self._remote = remote
        self._root, self._folder = root, os.path.dirname(root)
        self._suite: frozenset[str] = frozenset()
        self._tops: frozenset[str] = frozenset()  # names of the submission's top-level modules
        self._files: set[str] = set()
        self._written: set[str] = set()  # modules that tests have written themselves
        self._read = False  # whether the test may know what is in them
        self._read_before = False  # whether it was read while tests were collected

    def install(self, suite: Iterable[str], modules: Iterable[str], files: list[dict[str, str]]) -> None:
        """Lay the files out, and stand in front of what would run one, in this process and its forks.

        suite: the paths of the tests' files. modules: the submission's top-level ones.
        """
        self._suite, self._tops = frozenset(suite), frozenset(modules)
        for given in files:
            if given["path"].endswith(".py"):  # others could be settings of pytest's
                self._lay_out(given["path"], base64.b64decode(given["data"]))
        if not self._files:
            return
        tops = {re.escape(self._relative(path).split("/")[0].removesuffix(".py")) for path in self._files}
        self._names = {part for path in self._files for part in self._relative(path).split("/")}
        self._mention = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(tops))})(?!\w)")

        for module, name in ((runpy, "run_path"), (runpy, "run_module"), (inspect, "findsource"), (inspect, "getfile"),
                             (importlib.util, "spec_from_file_location")):
            setattr(module, name, self._instead(getattr(module, name), getattr(self, "_" + name)))
        sys.addaudithook(self._audit)

    def _lay_out(self, name: str, data: bytes) -> None:
        path = os.path.join(self._folder, name)
        if not (path + "/").startswith(self._root + "/"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
            os.chmod(path, 0)
            self._files.add(path)

    def begin_tests(self) -> None:
        """Tests are collected."""
        self._read_before = self._read

    def begin_test(self) -> None:
        """Another test, which has read nothing yet."""
        self._read = self._read_before
        for path in () if self._read else self._files:
            with contextlib.suppress(FileNotFoundError):  # a test has removed it
                os.chmod(path, 0)

    def _lay_open(self) -> None:
        self._read = True
        for path in self._files:
            os.chmod(path, 0o400)

    @staticmethod
    def _instead(original: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
        """A function that does what ours does, or, where that is None, what it did."""
        def call(*args: Any, **kwargs: Any) -> Any:
            found = ours(*args, **kwargs)
            return original(*args, **kwargs) if found is None else found
        call.__name__, call.__doc__, call.__wrapped__ = original.__name__, original.__doc__, original  # type: ignore
        return call

    def is_in_suite(self, text: str) -> bool:
        """Whether a text stands in a file of the suite."""
        for path in self._suite:
            with contextlib.suppress(OSError, UnicodeError), open(path, encoding="utf-8") as file:
                if text in file.read():
                    return True
        return False

    def has_example(self, source: str) -> bool:
        """Whether each line of an example stands in the suite as one."""
        return all(self.is_in_suite(f">>> {line}") or self.is_in_suite(f"... {line}")
                   for line in source.splitlines() if line.strip())

    def is_bound(self, name: str) -> bool:
        """Whether a file of the suite imports something under a name, from elsewhere than the solution, or defines it:
        one module of the suite may hand on to another what it has of `from solution import *`."""
        return any(name in suite_files.bound(path, self._tops)[1] for path in self._suite)

    def path_of(self, module: str) -> str:
        """Where a module's file lies, for __file__: a name that leads nowhere for one that is not the submission's."""
        stem = os.path.join(self._folder, *module.split("."))
        return next((path for path in (f"{stem}/__init__.py", f"{stem}.py") if path in self._files),
                    f"<solution>/{module.replace('.', '/')}.py")

    def is_folder(self, folder: str) -> bool:
        """Whether that is where the submission lies, or a folder of it."""
        real = os.path.realpath(folder)
        return real == self._folder or any(path.startswith(real + "/") for path in self._files)

    def _find(self, word: Any, folder: str) -> str | None:
        """The file that a word names: by its path, or by a path that leads to nothing else and ends like its."""
        try:
            path = os.path.normpath(os.path.join(folder, os.fsdecode(word)))
        except TypeError:
            return None
        if path in self._files:
            return path
        return next((file for file in self._files if path.endswith(file[len(self._folder):])
                     and not os.path.lexists(path)), None)

    # What tests read.

    def _place(self, obj: Any) -> tuple[str, int] | None:
        """File and line of a function of the candidate's; None for what is none."""
        obj = getattr(obj, "__func__", obj) if isinstance(obj, types.MethodType) else obj
        if issubclass(type(obj), function):
            told = self._remote.ask("line", obj)
        elif type(obj) is classes.Signed:
            told = self._remote.ask("line_of", obj.owner[0], obj.name)
        elif issubclass(type(obj), types.FunctionType) and (owner := classes.origin(obj)) is not None:
            told = self._remote.ask("line_of", *owner)
        else:
            return None
        if type(told) is not tuple or tuple(map(type, told)) != (str, int):
            raise OSError("could not get source code")
        path = os.path.join(self._folder, told[0])
        if path not in self._files or not 0 < told[1] <= len(linecache.getlines(path)):
            raise OSError("could not get source code")
        return path, told[1]

    def _findsource(self, obj: Any) -> Any:
        place = self._place(obj)
        return place and (linecache.getlines(place[0]), place[1] - 1)

    def _getfile(self, obj: Any) -> Any:
        place = self._place(obj)
        return place and place[0]

    # What tests run.

    def _run_path(self, path_name: Any, init_globals: Any = None, run_name: Any = None) -> Any:
        path = self._find(path_name, os.getcwd())
        return path and self._remote.ask("run_path", self._relative(path), init_globals, run_name)

    def _run_module(self, mod_name: str, init_globals: Any = None, run_name: Any = None, _: bool = False) -> Any:
        if self._mention.fullmatch(mod_name.split(".")[0]) is None:
            return None
        return self._remote.ask("run_module", mod_name, init_globals, run_name)

    def _spec_from_file_location(self, name: str, location: Any = None, **_: Any) -> Any:
        path = location and self._find(location, os.getcwd())
        return path and importlib.machinery.ModuleSpec(name, _ByPath(self._remote, self._relative(path)), origin=path)

    def mentions(self, word: str) -> bool:
        """Whether a word of a command names a file or module of the submission."""
        return bool(self._files) and self._mention.search(word) is not None

    def is_read(self) -> bool:
        """Whether the test may know what is in the files."""
        return self._read

    def there(self, word: str, folder: str) -> str:
        """A word of a command with the submission's files by their names in the guest: a NUL stands for the folder."""
        found = self._find(word, folder) if "/" in word or word.endswith(".py") else None
        if found is not None:
            return "\0" + self._relative(found)
        for path in self._files:
            word = word.replace(path, "\0" + self._relative(path))
        return word

    def _relative(self, path: str) -> str:
        return os.path.relpath(path, self._folder)

    # What must not run here.

    def _audit(self, event: str, given: tuple[Any, ...]) -> None:
        if event in _OPENS:
            if self._remote.is_astray() and not os.path.isabs(os.fsdecode(given[0]) if isinstance(
                    given[0], (str, bytes)) else "/"):
                raise self._remote.refusal("the solution has left the tests in another folder, where they open a file")
            if isinstance(given[0], (str, bytes)) and self._holds(os.fsdecode(given[0])):
                self._lay_open()
            self._note(given)
        elif event == "exec":
            self._check_code(given[0], sys._getframe(1))

    def _note(self, given: tuple[Any, ...]) -> None:
        """A test may import a module that it writes; none that it unpacks or copies, which may be the solution's."""
        name, _, flags = (*given, 0, 0)[:3]
        if isinstance(name, str) and name.endswith(".py") and type(flags) is int and flags & (os.O_WRONLY | os.O_RDWR):
            caller: types.FrameType | None = sys._getframe(2)
            while caller is not None and not caller.f_code.co_filename.endswith(_UNPACKS):
                caller = caller.f_back
            if caller is None:
                self._written.add(os.path.realpath(name))

    def _check_code(self, code: types.CodeType, maker: types.FrameType) -> None:
        """Code is about to run: of a module, or of a text."""
        if maker.f_code.co_filename.startswith("<frozen "):
            self._check_import(code, maker)
        if self._read and not self._is_trusted(code, maker):
            raise self._remote.refusal(
                "a test runs code after it has read the submission's source, which nothing keeps apart from the judge: "
                'import the solution, or use isolation = "shared"', "author")

    def _check_import(self, code: types.CodeType, maker: types.FrameType) -> None:
        """A module that is imported here is the suite's, the library's, or a file that the test itself has written:
        any other may be the solution's, moved, or left by an archive of its."""
        given = maker.f_locals.get("args", ())
        spec = next((names.get("__spec__") for names in given if isinstance(names, dict)), None)
        for path in {code.co_filename, str(getattr(spec, "origin", None) or code.co_filename)}:
            if path.startswith(("<", *_LIBRARY)) or path in self._suite:
                continue
            if os.path.realpath(path) not in self._written or self._remote.is_of_solution(path):
                shadows = os.path.basename(path).partition(".")[0] in sys.stdlib_module_names
                raise self._remote.refusal(
                    f"a test imports {os.path.basename(path)}, which the solution may have written: nothing keeps that "
                    "apart from the judge; import it in a program that the test starts",
                    "candidate" if shadows else "author")

    def _holds(self, name: str) -> bool:
        """Whether a path is one of the files, or a folder of theirs. (What finds them otherwise cannot read them.)"""
        if os.path.basename(name) not in self._names:
            return False  # as nearly always, and cheaper
        path = os.path.realpath(name)
        return path in self._files or any(file.startswith(path + "/") for file in self._files)

    def _is_trusted(self, code: types.CodeType, caller: types.FrameType) -> bool:
        """Whether code is of the suite's files or the library's, or made by the library (a dataclass's methods)."""
        made = caller.f_code.co_filename
        return (code.co_filename in self._suite or code.co_filename.startswith(_LIBRARY)
                or code.co_filename.startswith("<") and (made.startswith(_MAKES_CODE) or self._is_timed(caller))
                or made.startswith("<frozen importlib") and code.co_filename.startswith("<frozen"))

    def _is_timed(self, caller: types.FrameType) -> bool:
        """Whether code was made by timeit, of functions or of the suite's own text."""
        return caller.f_code.co_filename == _STANDARD + "timeit.py" and all(
            callable(part) or part == "pass" or self.is_in_suite(part)
            for part in (caller.f_locals["stmt"], caller.f_locals["setup"]))


class _ByPath(importlib.abc.Loader):
    """Imports a file of the submission's under any name, in the guest."""

    def __init__(self, remote: Remote, path: str) -> None:
        self._remote = remote
        self._path = path

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        """A module there in which nothing has run."""
        module = self._remote.ask("module_of", spec.name, self._path)
        if not isinstance(module, RemoteModule):
            raise self._remote.refusal(f"a module of {self._path} is none")
        return module

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the file; raises what that raises."""
        self._remote.ask("execute", module, sys.modules.get(module.__name__) is module)
