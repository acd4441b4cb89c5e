"""Handles of plain functions, which pass for functions: isinstance, autospec, __defaults__, __code__."""

from __future__ import annotations

import inspect
import types
from typing import Any

from .handles import Handle

__tracebackhide__ = True  # pytest: no frame of this module is the test's


def _sample() -> None:
    """Never called."""


class function(Handle):  # its type's name is what tests see
    """What a function of the candidate's has beside its call; all of it comes from its signature."""

    __slots__ = ()

    __class__: Any = property(lambda _: types.FunctionType)

    @property
    def __defaults__(self) -> tuple[Any, ...] | None:
        return tuple(part.default for part in _parameters(self) if part.default is not part.empty
                     and part.kind is not part.KEYWORD_ONLY) or None

    @property
    def __kwdefaults__(self) -> dict[str, Any] | None:
        return {part.name: part.default for part in _parameters(self) if part.default is not part.empty
                and part.kind is part.KEYWORD_ONLY} or None

    @property
    def __code__(self) -> types.CodeType:
        """The names of its parameters and its flags, and no code."""
        parts = _parameters(self)
        count = {kind: sum(part.kind is kind for part in parts) for kind in inspect._ParameterKind}
        names = tuple(part.name for part in parts)
        flags = next((vars(kind)["__code__"].co_flags for kind in type(self).__mro__
                      if isinstance(vars(kind).get("__code__"), types.CodeType)), _sample.__code__.co_flags)
        name = getattr(self, "__name__")
        return _sample.__code__.replace(
            co_name=name, co_qualname=name, co_varnames=names, co_nlocals=len(names),
            co_posonlyargcount=count[inspect.Parameter.POSITIONAL_ONLY],
            co_argcount=count[inspect.Parameter.POSITIONAL_ONLY] + count[inspect.Parameter.POSITIONAL_OR_KEYWORD],
            co_kwonlyargcount=count[inspect.Parameter.KEYWORD_ONLY],
            co_flags=flags | inspect.CO_VARARGS * count[inspect.Parameter.VAR_POSITIONAL]
            | inspect.CO_VARKEYWORDS * count[inspect.Parameter.VAR_KEYWORD],
            co_filename=self._remote.sources.path_of(getattr(self, "__module__")))

    def __repr__(self) -> str:
        return f"<function {self._label} at {id(self):#x}>"


def _parameters(handle: Any) -> list[inspect.Parameter]:
    return list(handle.__signature__.parameters.values())
