class StackUnderflowError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = message


words = {}


def evaluate(input_data):
    stack = []

    def need(n):
        if len(stack) < n:
            raise StackUnderflowError("Insufficient number of items in stack")

    for line in input_data:
        tokens = line.lower().split()
        if tokens[0] == ":":
            name = tokens[1]
            if name.lstrip("-").isdigit():
                raise ValueError("illegal operation")
            body = []
            for t in tokens[2:-1]:
                body += words.get(t, [t])
            words[name] = body
            continue
        todo = [t for token in tokens for t in words.get(token, [token])]
        for t in todo:
            if t.lstrip("-").isdigit():
                stack.append(int(t))
            elif t in "+-*/":
                need(2)
                b, a = stack.pop(), stack.pop()
                if t == "+":
                    stack.append(a + b)
                elif t == "-":
                    stack.append(a - b)
                elif t == "*":
                    stack.append(a * b)
                elif b == 0:
                    raise ZeroDivisionError("divide by zero")
                else:
                    stack.append(a // b)
            elif t == "dup":
                need(1)
                stack.append(stack[-1])
            elif t == "drop":
                need(1)
                stack.pop()
            elif t == "swap":
                need(2)
                stack[-1], stack[-2] = stack[-2], stack[-1]
            elif t == "over":
                need(2)
                stack.append(stack[-2])
            else:
                raise ValueError("undefined operation")
    return stack


class Zipper:
    def __init__(self, tree, path=()):
        self.tree, self.path = tree, path

    @staticmethod
    def from_tree(tree):
        return Zipper(tree)

    def value(self):
        return self.tree["value"]

    def _down(self, side):
        child = self.tree[side]
        return child and Zipper(child, self.path + ((self.tree, side),))

    def left(self):
        return self._down("left")

    def right(self):
        return self._down("right")

    def _with(self, **changes):
        return Zipper({**self.tree, **changes}, self.path)

    def set_value(self, value):
        return self._with(value=value)

    def set_left(self, tree):
        return self._with(left=tree)

    def set_right(self, tree):
        return self._with(right=tree)

    def up(self):
        if not self.path:
            return None
        parent, side = self.path[-1]
        return Zipper({**parent, side: self.tree}, self.path[:-1])

    def to_tree(self):
        node = self
        while node.path:
            node = node.up()
        return node.tree
