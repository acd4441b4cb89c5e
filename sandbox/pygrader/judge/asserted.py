"""What the source of a test says that it expects: comparisons to be false, a StopIteration to be raised.

`assert a != b`, `assert not a == b`, `assertFalse(a == b)`; `with pytest.raises(StopIteration):`, assertRaises. pytest
compiles an assert statement anew and gives all of it the statement's own place, so that is looked up too.
"""

from __future__ import annotations

import ast
import dis
import functools
import linecache
import sys
import types
from collections.abc import Iterator

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_Place = tuple[int | None, ...]  # line, last line, column, last column


def to_differ(caller: types.FrameType) -> bool:
    """Whether the comparison that a frame is at is asserted to find a difference."""
    code = caller.f_code
    if caller.f_globals.get("__name__") == "unittest.case":
        return code.co_name == "assertNotEqual"
    if dis.opname[code.co_code[caller.f_lasti]] != "COMPARE_OP":  # but a look into a dict, say
        return False
    place = next((place for number, place in enumerate(code.co_positions()) if 2 * number == caller.f_lasti), ())
    return place in _places(code.co_filename)


def to_stop() -> bool:
    """Whether the test that asks now expects a StopIteration."""
    caller: types.FrameType | None = sys._getframe(1)
    while caller is not None and caller.f_globals.get("__tracebackhide__"):  # ours
        caller = caller.f_back
    if caller is None:
        return False
    if caller.f_globals.get("__name__") == "unittest.case":
        return caller.f_code.co_name == "handle"  # assertRaises(StopIteration, call)
    return any(first <= caller.f_lineno <= last for first, last in _stops(caller.f_code.co_filename))


@functools.cache
def _stops(filename: str) -> tuple[tuple[int, int], ...]:
    """First and last line of each block that expects a StopIteration."""
    blocks = (node for node in _nodes(filename) if isinstance(node, ast.With))
    return tuple((block.lineno, block.end_lineno or block.lineno) for block in blocks
                 if any(_expects_stop(item.context_expr) for item in block.items))


def _expects_stop(call: ast.expr) -> bool:
    return isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in (
        "raises", "assertRaises", "assertRaisesRegex") and any(
        isinstance(part, ast.Name) and part.id == "StopIteration" for arg in call.args for part in ast.walk(arg))


def _nodes(filename: str) -> Iterator[ast.AST]:
    try:
        return ast.walk(ast.parse("".join(linecache.getlines(filename))))
    except (SyntaxError, ValueError):
        return iter(())


@functools.cache
def _places(filename: str) -> frozenset[_Place]:
    """Of comparisons by == or != that are asserted to find a difference, and of assert statements with no others."""
    found: set[_Place] = set()
    for node in _nodes(filename):
        if isinstance(node, ast.Assert):
            differing = [_place(part) for part in _asserted(node.test, True)]
            found.update(differing)
            if differing and len(differing) == sum(_compares(part) for part in ast.walk(node)):
                found.add(_place(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args and (
                node.func.attr in ("assertTrue", "assertFalse")):
            found.update(_place(part) for part in _asserted(node.args[0], node.func.attr == "assertTrue"))
    return frozenset(found)


def _asserted(node: ast.expr, truth: bool) -> Iterator[ast.expr]:
    """The comparisons in an expression of that truth that are known to find a difference."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield from _asserted(node.operand, not truth)
    elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And if truth else ast.Or):
        for value in node.values:
            yield from _asserted(value, truth)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(
            node.ops[0], ast.NotEq if truth else ast.Eq):
        yield node


def _compares(node: ast.AST) -> int:
    return sum(isinstance(op, (ast.Eq, ast.NotEq)) for op in node.ops) if isinstance(node, ast.Compare) else 0


def _place(node: ast.stmt | ast.expr) -> _Place:
    return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset
