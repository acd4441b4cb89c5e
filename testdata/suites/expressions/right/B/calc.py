import ast
import io
from dataclasses import dataclass
from enum import Enum

TokenKind = Enum("TokenKind", ["NUMBER", "NAME", "OP"])


@dataclass(frozen=True)
class Token:
    kind: TokenKind
    text: str
    pos: int


class TokenizeError(Exception):
    pos = -1


class ParseError(ValueError):
    pass


class EvaluationError(NameError):
    pass


def tokenize(text):
    i = 0
    while i < len(text):
        start, c = i, text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token(TokenKind.NUMBER, text[start:i], start)
        elif c.isidentifier():
            while i < len(text) and text[start:i + 1].isidentifier():
                i += 1
            yield Token(TokenKind.NAME, text[start:i], start)
        elif c in "+-*/(),":
            i += 2 if text.startswith("**", i) else 1
            yield Token(TokenKind.OP, text[start:i], start)
        else:
            error = TokenizeError("unexpected %r at %d" % (c, i))
            error.pos = i
            raise error


SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}


class Tree:
    def __init__(self, node):
        self.node = node

    def names(self):
        return {n.id for n in ast.walk(self.node) if isinstance(n, ast.Name)}

    def __repr__(self):
        return self._show(self.node)

    def _show(self, n):
        if isinstance(n, ast.BinOp):
            return "({} {} {})".format(SIGNS[type(n.op)], self._show(n.left), self._show(n.right))
        return ast.unparse(n)

    def evaluate(self, env):
        return self._value(self.node, env)

    def _value(self, n, env):
        match n:
            case ast.Constant(value=v):
                return v
            case ast.Name(id=name):
                try:
                    return env[name]
                except LookupError:
                    raise EvaluationError(f"unknown name '{name}'")
            case ast.UnaryOp(operand=x):
                return -self._value(x, env)
            case ast.BinOp(left=a, right=b, op=op):
                x, y = self._value(a, env), self._value(b, env)
                return {"+": lambda: x + y, "-": lambda: x - y, "*": lambda: x * y, "/": lambda: x / y,
                        "**": lambda: x ** y}[SIGNS[type(op)]]()
            case ast.Call(func=f, args=args):
                return self._value(f, env)(*[self._value(a, env) for a in args])
        raise ParseError(n)


def parse(text):
    try:
        return Tree(ast.parse(text.strip(), mode="eval").body)
    except SyntaxError as e:
        raise ParseError(e.msg) from e


def evaluate(text, env={}):
    return parse(text).evaluate(env)
