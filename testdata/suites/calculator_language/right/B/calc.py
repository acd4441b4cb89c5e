"""Precedence climbing over a list of tokens."""
from collections import ChainMap
from dataclasses import dataclass
from itertools import takewhile
from operator import add, mul, pow, sub, truediv

OPERATORS = {"+": (1, add), "-": (1, sub), "*": (2, mul), "/": (2, truediv), "^": (4, pow)}


class CalcError(SyntaxError):
    def __init__(self, text, position):
        self.msg, self.position = f"unexpected {text!r}", position


@dataclass
class Token:
    kind: str
    text: str
    at: int


def tokenize(source):
    tokens = []
    i = 0
    while i < len(source):
        rest = source[i:]
        if rest[0].isdigit():
            text = "".join(takewhile(lambda c: c.isdigit() or c == ".", rest))
            tokens.append(Token("number", text, i))
        elif rest[0].isalpha():
            text = "".join(takewhile(str.isalnum, rest))
            tokens.append(Token("name", text, i))
        elif rest[0] in "+-*/^()=,":
            text = rest[0]
            tokens.append(Token("op", text, i))
        elif rest[0].isspace():
            text = " "
        else:
            raise CalcError(rest[0], i)
        i += len(text)
    return tokens


class Interpreter:
    def __init__(self, variables=(), functions=()):
        self.variables = ChainMap({}, dict(variables))
        self._functions = dict(functions)

    def run(self, source):
        tokens = tokenize(source)
        target = None
        if [t.text for t in tokens[1:2]] == ["="]:
            target, tokens = tokens[0].text, tokens[2:]
        self._rest = tokens + [Token("end", "", len(source))]
        value = self._expression(0)
        self._next("")
        if target:
            self.variables[target] = value
        return value

    def _next(self, wanted=None):
        token = self._rest.pop(0)
        if wanted is not None and token.text != wanted:
            raise CalcError(token.text, token.at)
        return token

    def _expression(self, level):
        left = self._operand()
        while self._rest[0].text in OPERATORS and OPERATORS[self._rest[0].text][0] > level:
            strength, function = OPERATORS[self._next().text]
            left = function(left, self._expression(strength - (function is pow)))
        return left

    def _operand(self):
        token = self._next()
        if token.kind == "number":
            return float(token.text) if "." in token.text else int(token.text)
        if token.text == "-":
            return -self._expression(3)
        if token.text == "(":
            value = self._expression(0)
            self._next(")")
            return value
        if token.text in self._functions:
            values, separator = [], self._next("(")
            while separator.text != ")":
                values.append(self._expression(0))
                separator = self._next()
            return self._functions[token.text](*values)
        if token.text in self.variables:
            return self.variables[token.text]
        raise CalcError(token.text, token.at)
