"""What the files of a suite say themselves: the names that they bind, and which of those are the submission's."""

from __future__ import annotations

import ast
import functools
import os
import traceback


@functools.cache
def _tree(path: str) -> ast.Module | None:
    try:
        with open(path, encoding="utf-8") as file:
            return ast.parse(file.read())
    except (OSError, UnicodeError, SyntaxError, ValueError):
        return None


@functools.cache
def bound(path: str, tops: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a file binds outside of its functions: those of the submission's modules, "*" for all that one
    has, and the others. tops: the submission's top-level modules."""
    theirs: set[str] = set()
    others: set[str] = set()
    waiting: list[ast.AST] = [tree] if (tree := _tree(path)) is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            others.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            kept = theirs if (node.module or "").partition(".")[0] in tops else others
            kept.update(name.asname or name.name for name in node.names)
        elif isinstance(node, ast.Import):
            for name in node.names:
                top = name.name.partition(".")[0]
                (theirs if top in tops else others).add(name.asname or top)
        else:
            waiting += ast.iter_child_nodes(node)
    return frozenset(theirs), frozenset(others)


def is_over_submission(error: BaseException, root: str, tops: frozenset[str]) -> bool:
    """Whether an error came out of a statement of the suite's, below root, that uses what it has of the submission."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(root + os.sep)]
    if not frames:
        return False
    path, line = frames[-1].filename, frames[-1].lineno or 0
    theirs, others = bound(path, tops)
    if isinstance(error, NameError):
        return "*" in theirs and error.name not in others
    statement = next((node for node in _statements(path) if _begin(node) <= line <= _end(node)), None)
    if isinstance(statement, ast.ImportFrom):
        return (statement.module or "").partition(".")[0] in tops
    return statement is not None and any(
        isinstance(part, ast.Name) and part.id in theirs for part in ast.walk(statement))


def _statements(path: str) -> list[ast.stmt]:
    tree = _tree(path)
    return tree.body if tree is not None else []


def _begin(node: ast.stmt) -> int:
    return min((part.lineno for part in getattr(node, "decorator_list", ())), default=node.lineno)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
