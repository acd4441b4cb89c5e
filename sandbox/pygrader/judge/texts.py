"""Texts of the candidate's that the library would run: annotations, which are evaluated, and examples in docstrings.

typing.get_type_hints, inspect.signature(eval_str=True) and doctest run what they find as text; the judge runs nothing
of the candidate's. Annotations that are more than names are spoilt, and doctest runs in the guest.
"""

from __future__ import annotations

import ast
import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
import typing
from collections.abc import Callable
from typing import Any

from ..wire import generics

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_MOST = 500  # characters of an annotation that is looked at
_NODES = (ast.Expression, ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.BinOp, ast.BitOr, ast.Load)


def annotation(value: Any) -> Any:
    """An annotation as it may stand in the judge: a text of names alone, or one that is no expression.

    (Quoting it would not do: typing evaluates what an evaluation gives, if that is a text again.)
    """
    if type(value) is str and not _is_of_names(value):
        return f"? {value}"
    return value


def _is_of_names(text: str) -> bool:
    """Whether a text is made of public names, indexes and | alone: evaluating it looks things up, and no more."""
    try:
        nodes = list(ast.walk(ast.parse(text[:_MOST + 1], mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return len(text) <= _MOST and all(
        isinstance(node, _NODES) or isinstance(node, ast.Constant) and (node.value is None or node.value is ...)
        for node in nodes) and not any(
            getattr(node, "id", getattr(node, "attr", "")).startswith("_") for node in nodes)


def module(name: str) -> str:
    """Where a candidate's class may say that it comes from: typing looks the names of annotations up there."""
    return name if name not in sys.modules or hasattr(sys.modules[name], "__remote__") else "solution"


def given_annotations(given: Any) -> dict[str, Any]:
    """The same for those of a class or a method, as pairs: of names and of what the judge knows."""
    return {name: annotation(value) for name, value in given
            if type(name) is str and (
                value is None or type(value) is str or isinstance(value, type) or generics.is_of_types(value))}


def all_annotations(given: Any) -> Any:
    """The same for a dict of them."""
    return {name: annotation(value) for name, value in given.items()} if type(given) is dict else given


def resolved(value: Any, module: Any) -> Any:
    """What an annotation of the candidate's stands for: of a text only types and typing's forms, each looked up once.
    NameError for any other. (typing would evaluate a text that a name in a text stands for.)"""
    if type(value) is not str:
        return type(None) if value is None else value
    if not _is_of_names(value):
        raise NameError(f"the solution's annotation {value[:_MOST]!r} is not made of names")
    return _resolved(ast.parse(value, mode="eval").body, module)


def _resolved(node: ast.AST, module: Any) -> Any:
    if isinstance(node, ast.Name):
        found = getattr(builtins, node.id, None)
        if not isinstance(found, type) and node.id in typing.__all__:
            return getattr(typing, node.id)
        if not isinstance(found, type) and hasattr(module, "__remote__"):
            found = getattr(module, node.id, None)
        if isinstance(found, type):
            return found
    elif isinstance(node, ast.Constant):
        return type(None) if node.value is None else ...
    elif isinstance(node, (ast.Tuple, ast.List)):
        parts = [_resolved(part, module) for part in node.elts]
        return tuple(parts) if isinstance(node, ast.Tuple) else parts
    elif isinstance(node, ast.BinOp):
        return _resolved(node.left, module) | _resolved(node.right, module)
    elif isinstance(node, ast.Subscript) and not hasattr(base := _resolved(node.value, module), "_pygrader"):
        return base[_resolved(node.slice, module)]
    raise NameError(f"the solution's annotation {ast.unparse(node)!r} is no type that the tests can know")


class After(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Waits for tests to import a module that takes long to import, to change it when it is loaded."""

    def __init__(self, module: str, change: Callable[[types.ModuleType], None]) -> None:
        self._module, self._change = module, change
        self._loader: importlib.abc.Loader | None = None

    def wait(self) -> None:
        """Begin; a module that is there already is changed at once."""
        if self._module in sys.modules:
            self._change(sys.modules[self._module])
        else:
            sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """The module's own spec, with this as the loader."""
        if fullname != self._module or self not in sys.meta_path:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None:
            self._loader = spec.loader
            spec.loader = self
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        """As its own loader does."""
        return self._loader.create_module(spec) if self._loader else None

    def exec_module(self, module: types.ModuleType) -> None:
        """Load it, then change it."""
        if self._loader:
            self._loader.exec_module(module)
        self._change(module)


def run_doctests_there(examples: Callable[[Any], Any], refuse: Callable[[list[str]], None]) -> None:
    """Have doctest run the candidate's examples in the guest.

    examples: of an object, (name, how many, how many failed) for each docstring; None for an object of the tests'.
    refuse: raises for code of examples that is not the tests' own.
    """
    def change(module: types.ModuleType) -> None:
        doctest: Any = module
        find, run = doctest.DocTestFinder.find, doctest.DocTestRunner.run

        def found(self: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
            told = examples(obj)
            if told is None:
                tests = find(self, obj, *args, **kwargs)
                for test in tests:
                    test.pygrader_found = True
                return tests
            tests = []
            for name, count, failed in told:
                test = doctest.DocTest([doctest.Example("", "")] * count, {}, name, None, None, "")
                test.pygrader_failed = failed
                tests.append(test)
            return tests

        def ran(self: Any, test: Any, *args: Any, **kwargs: Any) -> Any:
            failed = getattr(test, "pygrader_failed", None)
            if failed is None:
                if not hasattr(test, "pygrader_found"):
                    refuse([example.source for example in test.examples])
                return run(self, test, *args, **kwargs)
            self.tries += len(test.examples)
            self.failures += failed
            return doctest.TestResults(failed, len(test.examples))
        doctest.DocTestFinder.find, doctest.DocTestRunner.run = found, ran
    After("doctest", change).wait()
