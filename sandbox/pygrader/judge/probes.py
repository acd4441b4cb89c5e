"""Probes: functions of the tests that run beside the solution, for what can only be seen there (DESIGN.md, "Probes").

A probe's source crosses without comments, docstrings and its name, so it shows its inputs to the candidate, and its
answer is a claim: a test that used one is marked.
"""

from __future__ import annotations

import ast
import functools
import inspect
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire.values import EXACT, INLINE

if TYPE_CHECKING:
    from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

NAME = "probe"


def make(remote: Remote) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The decorator `@pygrader.probe` of a session. What it decorates returns plain data and imports what it needs."""
    def probe(function: Callable[..., Any]) -> Callable[..., Any]:
        source = bare_source(function)

        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            remote.probed = True
            value = remote.ask("probe", source, *args, *kwargs.values(), names=tuple(kwargs))
            if type(value) not in EXACT | INLINE:
                raise remote.refusal(f"the probe {function.__name__!r} gave no plain data")
            return value
        return run
    return probe


def bare_source(function: Callable[..., Any]) -> str:
    """A def called NAME with the function's code: no comments, no docstrings, no decorators, not its own name.

    Raises ValueError for what is no function with a source, or takes variables from around it.
    """
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        raise ValueError("a probe is a function that is written out with def") from None
    (found,) = tree.body
    if not isinstance(found, ast.FunctionDef):
        raise ValueError("a probe is a function that is written out with def")
    if inspect.getclosurevars(function).nonlocals:
        raise ValueError(f"the probe {function.__name__!r} uses variables from around it, which stay with the tests: "
                         "pass them as arguments")
    found.name, found.decorator_list = NAME, []
    for node in ast.walk(found):
        body = getattr(node, "body", None)
        if isinstance(body, list) and len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(
                body[0].value, ast.Constant) and isinstance(body[0].value.value, str):
            del body[0]
    return ast.unparse(found)
