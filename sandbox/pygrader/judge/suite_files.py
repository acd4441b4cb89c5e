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
    if isinstance(error, NameError):
        theirs, others = bound(frames[-1].filename, tops)
        return "*" in theirs and error.name not in others
    return any(_uses(frame.filename, frame.lineno or 0, tops) for frame in frames)


def _uses(path: str, line: int, tops: frozenset[str]) -> bool:
    """Whether the statement at a line uses what its file has of the submission, by whatever name."""
    theirs = set(bound(path, tops)[0])
    for statement in _statements(path):
        here = _begin(statement) <= line <= _end(statement)
        if isinstance(statement, ast.ImportFrom):
            if here and (statement.module or "").partition(".")[0] in tops:
                return True
            continue
        parts = list(ast.walk(statement))
        if any(isinstance(part, ast.Name) and part.id in theirs for part in parts):
            if here:
                return True
            theirs.update(part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store))
            theirs.update([statement.name] if isinstance(statement, (ast.FunctionDef, ast.ClassDef)) else [])
    return False


def _statements(path: str) -> list[ast.stmt]:
    tree = _tree(path)
    return tree.body if tree is not None else []


def _begin(node: ast.stmt) -> int:
    return min((part.lineno for part in getattr(node, "decorator_list", ())), default=node.lineno)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
