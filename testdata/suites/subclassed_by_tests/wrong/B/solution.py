__all__ = ["DEFAULT_TURNS", "Game", "Handler", "Pipeline", "Step", "Visitor"]

DEFAULT_TURNS = 10
hidden = "not exported"


class Game:
    def __init__(self, max_turns=DEFAULT_TURNS):
        self.max_turns = max_turns
        self.turns = 0

    def turn(self, number):
        raise NotImplementedError("Game.turn")

    def on_end(self, won):
        pass

    def play(self):
        won = False
        while not won and self.turns < self.max_turns:
            self.turns += 1
            won = self.turn(self.turns)
        self.on_end(won)
        return won


class Step:
    def __init__(self, name=None):
        self.name = name or type(self).__name__

    def run(self, value):
        raise NotImplementedError

    def __or__(self, other):
        return Pipeline([self, other])


class Pipeline:
    def __init__(self, steps):
        self.steps = steps

    def __or__(self, step):
        return Pipeline(self.steps + [step])

    def __call__(self, value):
        for step in self.steps:
            value = step.run(value)
        return value


class Handler:
    def __init__(self, then=None):
        self.then = then

    def accepts(self, request):
        return self.then is None

    def handle(self, request):
        return f"unhandled {request}"

    def process(self, request):
        if self.accepts(request):
            return self.handle(request)
        return self.then.process(request)


class Visitor:
    def visit(self, node):
        method = getattr(Visitor, f"visit_{type(node).__name__}", Visitor.default)
        return method(self, node)

    def default(self, node):
        return node
