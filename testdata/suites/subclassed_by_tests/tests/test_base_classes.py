from solution import *  # noqa: F401,F403
from solution import Game, Handler, Pipeline, Step, Visitor

import pytest


class Upper(Step):
    def run(self, value):
        return value.upper()


class Exclaim(Step):
    def __init__(self, times=1):
        super().__init__(name=f"exclaim-{times}")
        self.times = times

    def run(self, value):
        return value + "!" * self.times


class Guess(Game):
    """A game as the library's users write it."""

    def __init__(self, answers):
        super().__init__(max_turns=3)
        self.answers = list(answers)

    def turn(self, number):
        return self.answers.pop(0) == "win"

    def on_end(self, won):
        self.result = ("won" if won else "lost", self.turns)


def test_template_method():
    game = Guess(["no", "win", "never asked"])
    assert game.play() is True
    assert game.result == ("won", 2)
    assert game.answers == ["never asked"]


def test_gives_up_after_max_turns():
    game = Guess(["no"] * 9)
    assert game.play() is False
    assert game.result == ("lost", 3)


def test_hooks_are_optional():
    class Silent(Game):
        def turn(self, number):
            return number == 1

    assert Silent().play()


def test_base_class_demands_turn():
    with pytest.raises(NotImplementedError, match="Game.turn"):
        Game().play()


def test_steps_by_operator():
    pipeline = Upper() | Exclaim() | Exclaim(2)
    assert isinstance(pipeline, Pipeline)
    assert pipeline("hey") == "HEY!!!"
    assert [s.name for s in pipeline.steps] == ["Upper", "exclaim-1", "exclaim-2"]


def test_super_calls_into_the_solution():
    class Logged(Pipeline):
        def __call__(self, value):
            self.before = value
            return super().__call__(value)

    logged = Logged([Upper()])
    assert logged("x") == "X"
    assert logged.before == "x"


class TestChainOfHandlers:
    class Even(Handler):
        def accepts(self, request):
            return request % 2 == 0

        def handle(self, request):
            return f"even {request}"

    def test_next_one_is_asked(self):
        chain = self.Even(then=Handler())
        assert chain.process(4) == "even 4"
        assert chain.process(5) == "unhandled 5"

    def test_isinstance_both_ways(self):
        assert isinstance(self.Even(), Handler)
        assert issubclass(self.Even, Handler)
        assert not isinstance(Handler(), self.Even)


class TestVisitor(Visitor):
    """A test class that is itself a subclass of the candidate's class."""

    def visit_int(self, node):
        return node + 1

    def visit_list(self, node):
        return [self.visit(n) for n in node]

    def test_dispatch(self):
        assert self.visit([1, [2]]) == [2, [3]]

    def test_default(self):
        assert self.visit("s") == "s"


def test_star_import():
    assert DEFAULT_TURNS == 10  # noqa: F405
    assert "hidden" not in globals()
