import copy
import operator


class StackUnderflowError(Exception):
    pass


class Machine:
    def __init__(self):
        self.stack = []
        self.words = {"+": self.binary(operator.add), "-": self.binary(operator.sub), "*": self.binary(operator.mul),
                      "/": self.binary(self.div), "dup": self.dup, "drop": self.pop, "swap": self.swap,
                      "over": self.over}

    def pop(self):
        try:
            return self.stack.pop()
        except IndexError:
            raise StackUnderflowError("Insufficient number of items in stack") from None

    def binary(self, f):
        def word():
            b = self.pop()
            a = self.pop()
            self.stack.append(f(a, b))
        return word

    @staticmethod
    def div(a, b):
        try:
            return a // b
        except ZeroDivisionError as e:
            e.args = ("divide by zero",)
            raise

    def dup(self):
        x = self.pop()
        self.stack += [x, x]

    def swap(self):
        b, a = self.pop(), self.pop()
        self.stack += [b, a]

    def over(self):
        b, a = self.pop(), self.pop()
        self.stack += [a, b, a]

    def compile(self, text):
        try:
            n = int(text)
        except ValueError:
            if text not in self.words:
                raise ValueError("undefined operation") from None
            return self.words[text]
        return lambda: self.stack.append(n)

    def run(self, line):
        tokens = line.lower().split()
        if tokens[0] != ":":
            for t in tokens:
                self.compile(t)()
            return
        _, name, *body, _ = tokens
        try:
            int(name)
        except ValueError:
            code = list(map(self.compile, body))
            self.words[name] = lambda: [f() for f in code] and None
        else:
            raise ValueError("illegal operation")


def evaluate(lines):
    machine = Machine()
    for line in lines:
        machine.run(line)
    return machine.stack


class Zipper:
    @classmethod
    def from_tree(cls, tree):
        self = cls()
        self.root, self.trail = copy.deepcopy(tree), []
        return self

    def clone(self):
        new = self.from_tree(self.root)
        new.trail = list(self.trail)
        return new

    @property
    def focus(self):
        node = self.root
        for side in self.trail:
            node = node[side]
        return node

    def value(self):
        return self.focus["value"]

    def left(self, side="left"):
        if self.focus[side] is None:
            return
        new = self.clone()
        new.trail.append(side)
        return new

    def right(self):
        return self.left("right")

    def up(self):
        if self.trail:
            new = self.clone()
            new.trail.pop()
            return new

    def set_value(self, value, key="value"):
        new = self.clone()
        new.focus[key] = value
        return new

    def set_left(self, tree):
        return self.set_value(tree, "left")

    def set_right(self, tree):
        return self.set_value(tree, "right")

    def to_tree(self):
        return self.root
