"""Write mutants of a Python module: copies of it with exactly one mistake each.

usage: python3 mutate.py FILE.py COUNT SEED OUTDIR

A mutant's first line is a comment that says what changed, and at which line of the original. The same file, count and
seed give the same mutants. Kinds of mistakes take turns, so that a long module full of constants does not yield
constants only. What would likely loop forever is left alone: of a `while` only what is returned or raised changes, of
a `__next__` only what is raised, and no `raise IndexError` or `raise StopIteration` is dropped. Fewer mutants are
written where the module has fewer places to break.
"""
from __future__ import annotations

import ast
import copy
import pathlib
import random
import sys
from typing import Callable, Iterator, NamedTuple

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
}
ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Add, ast.FloorDiv), ast.Div: (ast.FloorDiv, ast.Mult),
    ast.FloorDiv: (ast.Div,), ast.Mod: (ast.FloorDiv,), ast.BitAnd: (ast.BitOr,), ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitOr,), ast.LShift: (ast.RShift,), ast.RShift: (ast.LShift,),
}
ERRORS = {"ValueError": "TypeError", "TypeError": "ValueError", "KeyError": "IndexError", "IndexError": "KeyError",
          "AttributeError": "KeyError", "StopIteration": "StopAsyncIteration", "RuntimeError": "ValueError",
          "LookupError": "ValueError", "OSError": "RuntimeError", "Exception": "ArithmeticError",
          "ZeroDivisionError": "ValueError", "NotImplementedError": "RuntimeError", "TimeoutError": "RuntimeError"}
METHODS = {"append": "extend", "extend": "append", "lower": "upper", "upper": "lower", "strip": "rstrip",
           "lstrip": "rstrip", "startswith": "endswith", "endswith": "startswith",
           "keys": "values", "values": "keys", "find": "rfind",
           "setdefault": "get", "discard": "remove", "union": "intersection", "partition": "rpartition"}
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "list": "tuple",
             "reversed": "list", "sum": "max"}
DROPPABLE = (ast.Expr, ast.Assign, ast.AugAssign, ast.Delete, ast.Raise, ast.Break, ast.Continue, ast.Global,
             ast.Nonlocal)

Change = Callable[[ast.AST], None]


class Site(NamedTuple):
    """A place that can be broken: the node's number in a walk of the tree, and how to break it."""

    kind: str
    node: int
    line: int
    words: str
    change: Change


def setter(name: str, value: object) -> Change:
    """Give a change that sets an attribute of the node."""
    def change(node: ast.AST) -> None:
        setattr(node, name, copy.deepcopy(value))
    return change


def item_setter(name: str, index: int, value: object) -> Change:
    """Give a change that sets one item of a list attribute of the node."""
    def change(node: ast.AST) -> None:
        getattr(node, name)[index] = copy.deepcopy(value)
    return change


def item_dropper(name: str, index: int) -> Change:
    """Give a change that drops one item of a list attribute, leaving `pass` where a body would be empty."""
    def change(node: ast.AST) -> None:
        items = getattr(node, name)
        del items[index]
        if not items and name in ("body", "finalbody"):
            items.append(ast.Pass())
    return change


def name_of(node: ast.AST) -> str:
    """Show a node in a few words, on one line."""
    text = ast.unparse(node).split("\n")[0]
    return text if len(text) <= 60 else text[:57] + "..."


def in_compare(node: ast.Compare) -> Iterator[tuple[str, str, Change]]:
    """Change comparison operators."""
    for index, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            yield "comparison", f"{type(operator).__name__} became {other.__name__}", item_setter("ops", index, other())


def in_operation(node: ast.BinOp | ast.AugAssign) -> Iterator[tuple[str, str, Change]]:
    """Change arithmetic operators."""
    for other in ARITHMETIC.get(type(node.op), ()):
        yield "arithmetic", f"{type(node.op).__name__} became {other.__name__}", setter("op", other())
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)):
        left, right = node.left, node.right

        def swap(target: ast.AST) -> None:
            assert isinstance(target, ast.BinOp)
            target.left, target.right = target.right, target.left
        yield "swap", f"operands of {name_of(left)} and {name_of(right)} swapped", swap


def in_constant(node: ast.Constant) -> Iterator[tuple[str, str, Change]]:
    """Change constants: off by one, the other truth, other text."""
    value = node.value
    if isinstance(value, bool):
        yield "constant", f"{value} became {not value}", setter("value", not value)
    elif isinstance(value, (int, float)):
        for other in (value + 1, value - 1):
            yield "constant", f"{value!r} became {other!r}", setter("value", other)
    elif isinstance(value, str) and len(value) == 1:
        yield "constant", f"{value!r} became ''", setter("value", "")
    elif isinstance(value, str) and value and not value.isidentifier():
        yield "text", "a text lost its last character", setter("value", value[:-1])


def in_call(node: ast.Call) -> Iterator[tuple[str, str, Change]]:
    """Swap and drop arguments, and call a relative instead."""
    positional = node.args
    if len(positional) >= 2 and not any(isinstance(a, ast.Starred) for a in positional[:2]):
        def swap(target: ast.AST) -> None:
            assert isinstance(target, ast.Call)
            target.args[0], target.args[1] = target.args[1], target.args[0]
        yield "swap", f"first two arguments of {name_of(node.func)} swapped", swap
    for index, keyword in enumerate(node.keywords):
        if keyword.arg:
            yield "argument", f"argument {keyword.arg} of {name_of(node.func)} dropped", item_dropper("keywords", index)
    if isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        other = ast.Name(FUNCTIONS[node.func.id], ast.Load())
        yield "function", f"{node.func.id} became {other.id}", setter("func", other)
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        method = METHODS[node.func.attr]

        def rename(target: ast.AST) -> None:
            assert isinstance(target, ast.Call) and isinstance(target.func, ast.Attribute)
            target.func.attr = method
        yield "function", f".{node.func.attr} became .{method}", rename


def in_condition(node: ast.If | ast.IfExp) -> Iterator[tuple[str, str, Change]]:
    """Negate a condition, or take it for true."""
    yield "condition", f"condition {name_of(node.test)} negated", setter("test", ast.UnaryOp(ast.Not(), node.test))
    yield "condition", f"condition {name_of(node.test)} taken for true", setter("test", ast.Constant(True))


def in_filters(node: ast.comprehension) -> Iterator[tuple[str, str, Change]]:
    """Drop the conditions of comprehensions."""
    for index, test in enumerate(node.ifs):
        yield "condition", f"filter {name_of(test)} dropped", item_dropper("ifs", index)


def in_boolean(node: ast.BoolOp) -> Iterator[tuple[str, str, Change]]:
    """Take `and` for `or`, and drop a part."""
    other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "boolean", f"{type(node.op).__name__} became {type(other).__name__}", setter("op", other)
    for index, part in enumerate(node.values):
        if len(node.values) > 2:
            yield "boolean", f"{name_of(part)} dropped from a condition", item_dropper("values", index)


def in_unary(node: ast.UnaryOp) -> Iterator[tuple[str, str, Change]]:
    """Drop `not` and minus."""
    def drop(target: ast.AST) -> None:
        assert isinstance(target, ast.UnaryOp)
        target.op = ast.UAdd() if isinstance(target.op, ast.USub) else ast.Not()
        if isinstance(target.op, ast.Not):
            target.operand = ast.UnaryOp(ast.Not(), target.operand)
    if isinstance(node.op, (ast.Not, ast.USub)):
        yield "unary", f"{type(node.op).__name__} dropped from {name_of(node)}", drop


def in_return(node: ast.Return) -> Iterator[tuple[str, str, Change]]:
    """Return nothing."""
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "return", f"return {name_of(node.value)} became return None", setter("value", ast.Constant(None))


def in_raise(node: ast.Raise) -> Iterator[tuple[str, str, Change]]:
    """Forget the cause."""
    if node.cause is not None:
        yield "exception", f"cause {name_of(node.cause)} dropped", setter("cause", None)


def in_name(node: ast.Name) -> Iterator[tuple[str, str, Change]]:
    """Take one built-in exception for another."""
    if node.id in ERRORS and isinstance(node.ctx, ast.Load):
        yield "exception", f"{node.id} became {ERRORS[node.id]}", setter("id", ERRORS[node.id])


def in_definition(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[tuple[str, str, Change]]:
    """Drop decorators, base classes and defaults."""
    for index, decorator in enumerate(node.decorator_list):
        if not name_of(decorator).endswith(("setter", "deleter", "getter")):
            yield "decorator", f"@{name_of(decorator)} dropped from {node.name}", item_dropper("decorator_list", index)
    if isinstance(node, ast.ClassDef):
        for index, base in enumerate(node.bases):
            yield "base", f"base {name_of(base)} dropped from {node.name}", item_dropper("bases", index)
    elif node.args.defaults:
        def drop(target: ast.AST) -> None:
            assert isinstance(target, (ast.FunctionDef, ast.AsyncFunctionDef))
            del target.args.defaults[0]
        yield "default", f"first default of {node.name} dropped", drop


def in_body(node: ast.AST) -> Iterator[tuple[int, str, str, Change]]:
    """Drop statements, each with its line."""
    for field in ("body", "orelse", "finalbody"):
        for index, statement in enumerate(getattr(node, field, None) or ()):
            if not isinstance(statement, DROPPABLE) or is_docstring(statement) or ends_iteration(statement):
                continue
            kind = "super" if "super()." in name_of(statement) else "drop"
            yield statement.lineno, kind, f"dropped {name_of(statement)}", item_dropper(field, index)


def ends_iteration(statement: ast.stmt) -> bool:
    """Tell whether a statement is the `raise` that a loop elsewhere may wait for."""
    return isinstance(statement, ast.Raise) and name_of(statement).startswith(("raise IndexError", "raise Stop"))


def is_docstring(statement: ast.stmt) -> bool:
    """Tell whether a statement is text or an ellipsis alone, whose loss no test would see."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def changes(node: ast.AST) -> Iterator[tuple[str, str, Change]]:
    """Give all ways to break one node, each with its kind and a description."""
    if isinstance(node, ast.Compare):
        yield from in_compare(node)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        yield from in_operation(node)
    elif isinstance(node, ast.Constant):
        yield from in_constant(node)
    elif isinstance(node, ast.Call):
        yield from in_call(node)
    elif isinstance(node, ast.IfExp):
        yield from in_condition(node)
    elif isinstance(node, ast.comprehension):
        yield from in_filters(node)
    elif isinstance(node, ast.BoolOp):
        yield from in_boolean(node)
    elif isinstance(node, ast.UnaryOp):
        yield from in_unary(node)
    elif isinstance(node, ast.Return):
        yield from in_return(node)
    elif isinstance(node, ast.Raise):
        yield from in_raise(node)
    elif isinstance(node, ast.Name):
        yield from in_name(node)
    if isinstance(node, ast.If):
        yield from in_condition(node)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield from in_definition(node)


def guarded(tree: ast.Module) -> set[int]:
    """Collect what stays as it is: what keeps loops finite, annotations, docstrings, the text parts of f-strings."""
    kept: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            kept |= {id(n) for n in ast.walk(node) if not isinstance(n, (ast.Return, ast.Raise, ast.Name))}
        elif getattr(node, "name", "") in ("__next__", "__anext__"):
            kept |= {id(n) for n in ast.walk(node) if not isinstance(n, (ast.Raise, ast.Name))}
        elif isinstance(node, ast.Expr) and is_docstring(node):
            kept |= {id(node), id(node.value)}
        elif isinstance(node, ast.JoinedStr):
            kept |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.If) and "__name__" in name_of(node.test):
            kept |= {id(n) for n in ast.walk(node)}
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            kept |= {id(n) for n in ast.walk(annotation)} if annotation else set()
    return kept


def sites(tree: ast.Module) -> list[Site]:
    """List all places to break, in the order of the tree."""
    kept = guarded(tree)
    found: list[Site] = []
    line = 1
    for number, node in enumerate(ast.walk(tree)):
        line = getattr(node, "lineno", line)
        if id(node) not in kept:
            found += [Site(kind, number, line, words, change) for kind, words, change in changes(node)]
            if isinstance(node, (ast.stmt, ast.Module, ast.ExceptHandler)):
                found += [Site(kind, number, at, words, change) for at, kind, words, change in in_body(node)]
    return found


def mutate(tree: ast.Module, site: Site) -> str | None:
    """Write the module anew with one place broken; nothing where that does not compile or changes nothing."""
    twin = copy.deepcopy(tree)
    for number, node in enumerate(ast.walk(twin)):
        if number == site.node:
            site.change(node)
            break
    try:
        text = ast.unparse(ast.fix_missing_locations(twin)) + "\n"
        compile(text, "mutant", "exec")
    except (SyntaxError, ValueError, TypeError):
        return None
    return None if text == ast.unparse(tree) + "\n" else text


def in_turns(found: list[Site], chance: random.Random) -> Iterator[Site]:
    """Shuffle the places, then let the kinds take turns."""
    by_kind: dict[str, list[Site]] = {}
    for site in found:
        by_kind.setdefault(site.kind, []).append(site)
    kinds = sorted(by_kind)
    chance.shuffle(kinds)
    for kind in kinds:
        chance.shuffle(by_kind[kind])
    while any(by_kind.values()):
        for kind in kinds:
            if by_kind[kind]:
                yield by_kind[kind].pop()


def mutants(source: str, count: int, seed: int) -> Iterator[str]:
    """Give up to count different mutants of a module's source."""
    tree = ast.parse(source)
    seen: set[str] = set()
    for site in in_turns(sites(tree), random.Random(seed)):
        if len(seen) == count:
            return
        text = mutate(tree, site)
        if text is not None and text not in seen:
            seen.add(text)
            yield f"# line {site.line}, {site.kind}: {site.words}\n{text}"


def main(arguments: list[str]) -> int:
    """Write the mutants as mutant_001.py and so on."""
    if len(arguments) != 4 or not (arguments[1].isdecimal() and arguments[2].isdecimal()):
        print("usage: python3 mutate.py FILE.py COUNT SEED OUTDIR", file=sys.stderr)
        return 2
    source = pathlib.Path(arguments[0]).read_text(encoding="utf-8")
    folder = pathlib.Path(arguments[3])
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for written, text in enumerate(mutants(source, int(arguments[1]), int(arguments[2])), start=1):
        (folder / f"mutant_{written:03}.py").write_text(text, encoding="utf-8")
    print(f"{written} mutants in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
