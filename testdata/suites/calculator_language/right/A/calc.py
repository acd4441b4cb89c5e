import re
from collections import namedtuple

Token = namedtuple("Token", "kind text position")
PATTERN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<op>[-+*/^()=,]))")


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def tokenize(source):
    tokens, place, source = [], 0, source.rstrip()
    while place < len(source):
        match = PATTERN.match(source, place)
        if not match:
            raise CalcError(f"unexpected {source[place]!r}", place)
        tokens.append(Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        place = match.end()
    return tokens


class Interpreter:
    def __init__(self, variables=None, functions=None):
        self.variables = dict(variables or {})
        self.functions = functions or {}

    def run(self, source):
        self.tokens = tokenize(source) + [Token("end", "the end", len(source))]
        result = self.statement()
        self.expect("end")
        return result

    def peek(self, *texts):
        return self.tokens[0].text in texts

    def take(self):
        return self.tokens.pop(0)

    def expect(self, kind, text=None):
        token = self.take()
        if token.kind != kind or text not in (None, token.text):
            raise CalcError(f"unexpected {token.text!r}", token.position)
        return token

    def statement(self):
        if self.tokens[0].kind == "name" and self.tokens[1].text == "=":
            name = self.take().text
            self.take()
            self.variables[name] = self.sum()
            return self.variables[name]
        return self.sum()

    def sum(self):
        value = self.product()
        while self.peek("+", "-"):
            value = value + self.product() if self.take().text == "+" else value - self.product()
        return value

    def product(self):
        value = self.unary()
        while self.peek("*", "/"):
            value = value * self.unary() if self.take().text == "*" else value / self.unary()
        return value

    def unary(self):
        if self.peek("-"):
            self.take()
            return -self.unary()
        base = self.atom()
        if self.peek("^"):
            self.take()
            return base ** self.unary()
        return base

    def atom(self):
        token = self.take()
        if token.kind == "number":
            return float(token.text) if "." in token.text else int(token.text)
        if token.text == "(":
            value = self.sum()
            self.expect("op", ")")
            return value
        if token.kind == "name" and self.peek("("):
            return self.functions[token.text](*self.arguments())
        if token.kind == "name" and token.text in self.variables:
            return self.variables[token.text]
        raise CalcError(f"unexpected {token.text!r}", token.position)

    def arguments(self):
        self.take()
        values = [self.sum()]
        while self.peek(","):
            self.take()
            values.append(self.sum())
        self.expect("op", ")")
        return values
