from functools import reduce

_hidden = hidden_too = None
DEFAULT_TURNS = 10


class Game:
    turns = 0

    def __init__(self, max_turns=None):
        self.limit = max_turns if max_turns is not None else DEFAULT_TURNS

    def turn(self, number):
        raise NotImplementedError(type(self).__name__ + ".turn")

    def play(self):
        for self.turns in range(1, self.limit + 1):
            if self.turn(self.turns):
                result = True
                break
        else:
            result = False
        getattr(self, "on_end", lambda won: None)(result)
        return result


class _Pipes:
    def __or__(self, other):
        return Pipeline([*getattr(self, "steps", [self]), other])


class Step(_Pipes):
    _name = None

    def __init__(self, name=None):
        self._name = name

    @property
    def name(self):
        return self._name or self.__class__.__name__


class Pipeline(_Pipes):
    def __init__(self, steps):
        self.steps = list(steps)

    def __call__(self, value):
        return reduce(lambda v, step: step.run(v), self.steps, value)


class Handler:
    def __init__(self, then=None):
        self.successor = then

    def accepts(self, request):
        return True

    def handle(self, request):
        return "unhandled " + str(request)

    def process(self, request):
        handler = self
        while not handler.accepts(request):
            handler = handler.successor
        return handler.handle(request)


class Visitor:
    def visit(self, node):
        for cls in type(node).__mro__:
            method = getattr(self, "visit_" + cls.__name__, None)
            if method is not None:
                return method(node)
        return node
