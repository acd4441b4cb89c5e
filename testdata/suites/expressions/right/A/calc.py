import enum
import operator
import re
from collections import namedtuple


class TokenKind(enum.Enum):
    NUMBER = 1
    NAME = 2
    OP = 3


Token = namedtuple("Token", "kind text pos")


class TokenizeError(Exception):
    def __init__(self, char, pos):
        super().__init__(f"unexpected {char!r} at {pos}")
        self.pos = pos


class ParseError(ValueError):
    pass


class EvaluationError(Exception):
    pass


PATTERN = re.compile(r"\s*(?:(?P<NUMBER>\d+(?:\.\d+)?)|(?P<NAME>[A-Za-z_]\w*)|(?P<OP>\*\*|[-+*/(),]))")


def tokenize(text):
    pos = 0
    text = text.rstrip()
    while pos < len(text):
        m = PATTERN.match(text, pos)
        if not m:
            while text[pos].isspace():
                pos += 1
            raise TokenizeError(text[pos], pos)
        kind = m.lastgroup
        yield Token(TokenKind[kind], m.group(kind), m.start(kind))
        pos = m.end()


BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}


class Node:
    def __init__(self, op, *args):
        self.op, self.args = op, args

    def __repr__(self):
        if self.op in ("number", "name"):
            return str(self.args[0])
        if self.op == "call":
            return f"({' '.join(map(repr, self.args))})"
        return f"({self.op} {' '.join(map(repr, self.args))})"

    def names(self):
        if self.op == "name":
            return {self.args[0]}
        return set().union(*(a.names() for a in self.args if isinstance(a, Node)))

    def evaluate(self, env):
        if self.op == "number":
            return self.args[0]
        if self.op == "name":
            try:
                return env[self.args[0]]
            except KeyError:
                raise EvaluationError(f"unknown name {self.args[0]!r}") from None
        values = [a.evaluate(env) for a in self.args]
        if self.op == "call":
            return values[0](*values[1:])
        if self.op == "neg":
            return -values[0]
        return BINARY[self.op](*values)


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0

    def peek(self):
        return self.tokens[self.i].text if self.i < len(self.tokens) else None

    def take(self, expected=None):
        if self.i >= len(self.tokens) or expected and self.peek() != expected:
            raise ParseError(f"expected {expected or 'more'}")
        self.i += 1
        return self.tokens[self.i - 1]

    def whole(self):
        node = self.sum()
        if self.peek() is not None:
            raise ParseError(f"unexpected {self.peek()}")
        return node

    def sum(self):
        node = self.product()
        while self.peek() in ("+", "-"):
            node = Node(self.take().text, node, self.product())
        return node

    def product(self):
        node = self.unary()
        while self.peek() in ("*", "/"):
            node = Node(self.take().text, node, self.unary())
        return node

    def unary(self):
        if self.peek() == "-":
            self.take()
            return Node("neg", self.unary())
        return self.power()

    def power(self):
        base = self.call()
        if self.peek() == "**":
            self.take()
            return Node("**", base, self.unary())
        return base

    def call(self):
        node = self.atom()
        while self.peek() == "(":
            self.take()
            args = []
            while self.peek() != ")":
                args.append(self.sum())
                if self.peek() != ")":
                    self.take(",")
            self.take(")")
            node = Node("call", node, *args)
        return node

    def atom(self):
        token = self.take()
        if token.kind is TokenKind.NUMBER:
            return Node("number", float(token.text) if "." in token.text else int(token.text))
        if token.kind is TokenKind.NAME:
            return Node("name", token.text)
        if token.text == "(":
            node = self.sum()
            self.take(")")
            return node
        raise ParseError(f"unexpected {token.text}")


def parse(text):
    return Parser(text).whole()


def evaluate(text, env=None):
    return parse(text).evaluate({} if env is None else env)
