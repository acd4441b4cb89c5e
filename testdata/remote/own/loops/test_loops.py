# expect: test_death_in_a_step = crashed crashed candidate
# expect: test_death_in_a_task = crashed crashed candidate
# expect: test_death_in_a_timer = crashed crashed candidate
# expect: test_death_while_the_test_waits = crashed crashed candidate
# expect: test_steering = failed cannot_cross candidate
# expect: test_object_where_data_is_expected = failed cannot_cross candidate
# expect: test_swallowed_assertion = failed
# expect: test_swallowed_in_a_task = failed
# expect: test_swallowed_by_a_context_manager = failed
import asyncio
import contextlib

import pytest
import solution


def test_death_in_a_step():
    """The end of the candidate is caught by no test."""
    with contextlib.suppress(BaseException):
        asyncio.run(solution.dies())


def test_death_in_a_task():
    """Nor its end in a task of its own."""
    with contextlib.suppress(BaseException):
        asyncio.run(solution.dies_in_a_task())


def test_death_in_a_timer():
    """Nor while all wait."""
    with contextlib.suppress(BaseException):
        asyncio.run(solution.dies_in_a_timer())


def test_death_while_the_test_waits():
    """A loop of the test's that would wait for ever ends too."""
    async def main():
        task = asyncio.create_task(solution.dies())
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.Event().wait()
    with contextlib.suppress(BaseException):
        asyncio.run(main())


def test_steering():
    """KeyboardInterrupt out of a coroutine is a refusal."""
    with pytest.raises(BaseException):
        asyncio.run(solution.interrupts())


def test_object_where_data_is_expected():
    """What a coroutine gives follows the same rules as what a function gives."""
    assert asyncio.run(solution.give_object()) != 3


def test_swallowed_assertion():
    """An assert that fails in a test's coroutine fails the test, whoever swallows it."""
    async def check():
        await asyncio.sleep(0)
        assert 1 == 2
    assert asyncio.run(solution.swallow(check)) == "swallowed"


def test_swallowed_in_a_task():
    """Also where it ended a task of the solution."""
    async def check():
        assert 1 == 2
    assert asyncio.run(solution.swallow_in_a_task(check)) == 1


def test_swallowed_by_a_context_manager():
    """And in an async with of the test."""
    async def main():
        async with solution.Swallower():
            assert 1 == 2
    asyncio.run(main())


def test_task_of_the_test_is_not_cancelled():
    """The solution cancels the task of a test only while that is in the solution's code."""
    async def main():
        solution.cancel_later()
        await asyncio.sleep(0.05)
        return "went on"
    assert asyncio.run(main()) == "went on"


def test_future_of_the_test_is_not_set():
    """Nor does it set what a test's coroutine waits for, unless the test passed it."""
    async def mine():
        return await asyncio.get_running_loop().create_future()
    assert asyncio.run(solution.set_what_it_waits_for(mine())) == "refused"


def test_stop_async_iteration():
    """StopAsyncIteration of a coroutine ends no loop of the test."""
    async def main():
        async for _ in numbers():
            await solution.stops()

    async def numbers():
        yield 1
    with pytest.raises((StopAsyncIteration, RuntimeError)):
        asyncio.run(main())
