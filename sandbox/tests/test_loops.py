"""What a hostile guest may say of event loops: nonsense is refused, and tests' tasks and futures stay theirs.

Runs without a sandbox: PYTHONPATH=sandbox python3 -m pytest sandbox/tests
"""

import asyncio
import math

import pytest

from pygrader.judge.faults import BadMessage
from pygrader.judge.remote import Remote
from pygrader.wire import coroutines, futures
from pygrader.wire.values import Malformed


class Said:
    """What the guest is asked, and what it answers."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, operation, *values):
        self.asked.append(operation)
        return self.answers.pop(0) if self.answers else None


@pytest.fixture
def loops():
    """The judge's own, the guest's answers to be set."""
    found = Remote(None).space.loops
    found.ask = Said()
    return found


def in_loop(action):
    """What action gives within a running loop."""
    async def main():
        return action(asyncio.get_running_loop())
    return asyncio.run(main())


BAD_ORDERS = {
    "no word": [5], "unknown word": ["stop"], "list for a word": [["soon"], 1], "no number": ["soon"],
    "text for a number": ["soon", "1"], "bool for a number": ["wake", True], "float for a number": ["cancelled", 1.0],
    "no time": ["at", 1], "text for a time": ["at", 1, "2"], "time that is no number": ["at", 1, math.nan],
    "task that is none": ["task", 1, "task"], "own task": ["task", 1, None], "outside that is no bool": ["outside", 1],
    "a good one before": ["soon", 1, "soon"],
}


@pytest.mark.parametrize("orders", BAD_ORDERS.values(), ids=BAD_ORDERS)
def test_nonsense_is_no_order(loops, orders):
    with pytest.raises(Malformed):
        in_loop(lambda loop: loops.schedule(loop, *orders))


def test_far_times_are_cut(loops):
    """A time without end would keep the loop from counting."""
    def look(loop):
        loops.schedule(loop, "at", 1, math.inf, "at", 2, -math.inf, "at", 3, 10 ** 400)
        return [timer.when() - loop.time() for timer in loops._timers.values()]
    first, second, third = in_loop(look)
    assert first < 90_000 and second <= 0 and third < 90_000


def test_unknown_numbers_do_nothing(loops):
    """Waking, cancelling and running what is not there."""
    in_loop(lambda loop: loops.schedule(loop, "wake", 7, "cancelled", 8, "ended", 9))
    loops.actions["wake"](7)
    loops.actions["wake"]("7")
    loops.actions["run"](7, None, "x", 1.5)


def test_orders_are_for_own_loops(loops):
    stand_in = loops.proxy(1, "loop", [])
    loops._space.remember(1, stand_in)
    with pytest.raises(Malformed):
        loops.schedule(stand_in, "soon", 1)


@pytest.mark.parametrize("values", [
    [], [None, None, "get"], ["loop", None, "get"], [asyncio.new_event_loop(), None, "get"],
], ids=["nothing", "no loop", "text for a loop", "a loop that does not run"])
def test_calls_come_from_within_a_running_loop(loops, values):
    with pytest.raises(Malformed):
        loops.within(None, None, values, [])


def test_calls_come_by_the_task_that_runs(loops):
    async def main():
        other = asyncio.create_task(asyncio.sleep(0))
        with pytest.raises(Malformed):
            loops.within(None, None, [asyncio.get_running_loop(), other, "get"], [])
        await other
    asyncio.run(main())


async def nothing():
    """A test's coroutine."""


def test_steps_are_of_coroutines_that_were_passed(loops):
    coroutine = nothing()
    with pytest.raises(Malformed, match="never passed"):
        loops.actions["step"](coroutine, "send", None, 1)
    loops._space.export(coroutine)
    for request in (["close", None, 1], ["send", None, "1"], ["throw", "x", 1], ["throw", None, 1]):
        with pytest.raises(Malformed):
            loops.actions["step"](coroutine, *request)
    loops._space.export(print)
    with pytest.raises(Malformed):
        loops.actions["step"](print, "send", None, 1)
    coroutine.close()


@pytest.mark.parametrize("answer", [
    None, 5, (), (0,), ("0", 1), (True, 1), (9, None), (-1, None), (coroutines.WAITS, None),
    (coroutines.WAITS, nothing), [0, 1]])
def test_a_lie_about_a_step_is_a_fault(loops, answer):
    """Nothing that a test could catch and go on."""
    loops._space.remember(1, "coroutine")
    loops.ask = Said(answer)
    with pytest.raises(BadMessage):
        loops.step(1, "send", None)


def test_a_lie_about_a_future_is_a_fault(loops):
    task = in_loop(lambda loop: futures.Task(loops, loop, None))
    loops.ask = Said("error", "2", 1.0)
    for question in (task.exception, task.cancelling, task.uncancel):
        with pytest.raises(BadMessage):
            question()
    loops.ask = Said("yes", 1, [1])
    assert (task.done(), task.cancelled(), task.cancel()) == (False, False, False)


def test_a_future_needs_a_loop(loops):
    for parts in ([], [None], ["loop"], [loops]):
        with pytest.raises(Malformed):
            loops.proxy(1, "future", parts)


def test_futures_that_nobody_passed_cannot_be_set(loops):
    """What a test's coroutine waits for is set by the test, or what it gives could be forged."""
    async def main():
        future = asyncio.get_running_loop().create_future()

        async def waits():
            return await future
        coroutine = waits()
        loops._space.export(coroutine)
        how, what = loops.actions["step"](coroutine, "send", None, 1)
        assert (how, what) == (coroutines.WAITS, future)
        loops._space.export(future)
        for method in ("set_result", "set_exception", "result", "exception"):
            with pytest.raises(AttributeError):
                loops.actions["future"](future, method, 5)
        with pytest.raises(AttributeError):
            loops.actions["future"](future, "__class__")
        assert loops.actions["future"](future, "cancel", None)
    asyncio.run(main())


def test_a_task_is_not_cancelled_out_of_its_own_code(loops):
    """It would skip the assertions that follow."""
    async def main():
        task = asyncio.create_task(asyncio.sleep(0.001))
        await asyncio.sleep(0)
        loops.crosses_bare(task)
        loops._space.export(task)
        with pytest.raises(AttributeError):
            loops.actions["future"](task, "cancel", None)
        await task
        loops.crosses_bare(own := asyncio.current_task())
        loops._bare.add(own)
        loops._space.export(own)
        assert loops.actions["future"](own, "cancel", None)
        own.uncancel()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(main())
