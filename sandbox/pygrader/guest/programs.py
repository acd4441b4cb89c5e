"""The submission's files run as programs, or imported by their path, as tests ask (judge/sources.py)."""

from __future__ import annotations

import importlib.util
import inspect
import os
import sys
import types
from collections.abc import Callable
from typing import Any


def operations(folder: str) -> dict[str, Callable[..., Any]]:
    """What a guest whose submission lies in a folder does, by operation."""
    def there(text: str) -> str:
        return text.replace("\0", folder + "/")

    def spawn(command: Any, at: str, changes: list[tuple[str, str | None]], options: dict[str, Any]) -> Any:
        import subprocess  # takes 5 ms, and few suites run programs
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(
            filter(None, (folder, os.environ.get("PYTHONPATH"))))}
        for name, value in changes:
            if value is None:
                environment.pop(name, None)
            else:
                environment[name] = there(value)
        words = there(command) if isinstance(command, str) else [there(word) for word in command]
        return subprocess.Popen(words, cwd=there(at), env=environment, **options)

    def run_path(path: str, given: dict[str, Any] | None, name: str | None) -> dict[str, Any]:
        import runpy
        return _public(runpy.run_path(os.path.join(folder, path), given, name))

    def run_module(module: str, given: dict[str, Any] | None, name: str | None) -> dict[str, Any]:
        import runpy
        return _public(runpy.run_module(module, given, name))

    def module_of(name: str, path: str) -> types.ModuleType:
        spec = importlib.util.spec_from_file_location(name, os.path.join(folder, path))
        if spec is None:
            raise ImportError(f"cannot import {path}")
        return importlib.util.module_from_spec(spec)

    def line(obj: Any) -> tuple[str, int] | None:
        code = getattr(inspect.unwrap(getattr(obj, "__func__", obj)), "__code__", None)
        if not isinstance(code, types.CodeType):
            return None
        return os.path.relpath(code.co_filename, folder), code.co_firstlineno
    return {
        "spawn": spawn, "run_path": run_path, "run_module": run_module, "module_of": module_of, "execute": _execute,
        "line": line, "line_of": lambda kind, name: line(inspect.getattr_static(kind, name)),
    }


def _public(names: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in names.items() if not name.startswith("__") or name == "__name__"}


def _execute(module: types.ModuleType, listed: bool) -> None:
    """Run a module's code. listed: tests have put it into sys.modules."""
    if listed:
        sys.modules[module.__name__] = module
    spec = module.__spec__
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(module)
