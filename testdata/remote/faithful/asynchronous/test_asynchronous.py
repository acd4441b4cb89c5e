import asyncio
import collections.abc
import contextlib
import contextvars
import inspect
import unittest
from unittest.mock import AsyncMock, patch

import pytest
import solution
from solution import Own, add, countdown, fetch_all


@pytest.fixture(autouse=True)
def _fresh():
    """Plain pytest runs all tests in one process."""
    solution.events.clear()


def test_coroutine():
    """A real coroutine: run, awaited, gathered, made a task."""
    assert asyncio.run(add(1)) == 3 and asyncio.run(add(1, b=5)) == 6

    async def main():
        task = asyncio.create_task(add(10))
        both = await asyncio.gather(add(1), add(2))
        return both, await task, await asyncio.wait_for(add(3), 1)
    assert asyncio.run(main()) == ([3, 4], 12, 5)


def test_what_inspect_says():
    """inspect and asyncio take functions, coroutines, generators for what they are."""
    assert inspect.iscoroutinefunction(add) and asyncio.iscoroutinefunction(add)
    assert inspect.isasyncgenfunction(countdown) and not inspect.iscoroutinefunction(countdown)
    assert not inspect.iscoroutinefunction(solution.make_lock) and not asyncio.iscoroutinefunction(solution.double)
    assert asyncio.iscoroutinefunction(solution.make_lock())
    assert add.__name__ == "add" and add.__doc__ == "Adds." and str(inspect.signature(add)) == "(a, b=2)"
    coroutine = add(1)
    assert inspect.iscoroutine(coroutine) and inspect.isawaitable(coroutine) and asyncio.iscoroutine(coroutine)
    assert isinstance(coroutine, collections.abc.Coroutine) and coroutine.__name__ == "add"
    coroutine.close()
    assert inspect.isasyncgen(countdown(1)) and isinstance(countdown(1), collections.abc.AsyncGenerator)
    assert inspect.isawaitable(solution.Later(1)) and not inspect.isawaitable(solution.Ticks(1))
    assert isinstance(solution.Ticks(1), collections.abc.AsyncIterator)
    assert isinstance(solution.Session([]), contextlib.AbstractAsyncContextManager)
    assert not isinstance(solution.double, collections.abc.Awaitable)


def test_coroutine_by_hand():
    """send, throw and close of a coroutine, without any loop."""
    coroutine = solution.steps("a", log := [])
    assert coroutine.send(None) is None and log == ["a0"]
    coroutine.send(None)
    with pytest.raises(StopIteration) as caught:
        coroutine.send(None)
    assert caught.value.value == "a" and log == ["a0", "a1"]
    coroutine = solution.sleeper(log)
    with pytest.raises(KeyError):
        coroutine.throw(KeyError("x"))
    with pytest.raises(RuntimeError, match="cannot reuse"):
        coroutine.send(None)


def test_exceptions():
    """An exception comes out of the await, with its class and arguments."""
    with pytest.raises(ValueError, match="bad"):
        asyncio.run(solution.fail("bad"))
    with pytest.raises(Own) as caught:
        asyncio.run(solution.fail_own())
    assert caught.value.args == ("own",)

    async def main():
        return await asyncio.gather(solution.fail("a"), add(1), return_exceptions=True)
    error, three = asyncio.run(main())
    assert isinstance(error, ValueError) and error.args == ("a",) and three == 3


def test_order_of_events():
    """Coroutines of the solution and of the tests take turns as in one process."""
    log = []

    async def mine(name):
        for number in range(3):
            log.append(f"{name}{number}")
            await asyncio.sleep(0)

    async def main():
        return await asyncio.gather(solution.steps("a", log), mine("x"), solution.steps("b", log, 3))
    assert asyncio.run(main()) == ["a", None, "b"]
    assert log == ["a0", "x0", "b0", "a1", "x1", "b1", "x2", "b2"]


def test_order_of_callbacks():
    """call_soon of both sides and tasks that both start stand in one queue."""
    log = []

    async def main():
        loop = asyncio.get_running_loop()
        solution.soon(log.append, 1)
        loop.call_soon(log.append, 2)
        task = solution.start(solution.steps("s", log))
        loop.call_soon(log.append, 3)
        solution.soon(log.append, 4)
        await asyncio.sleep(0)
        log.append("main")
        await task
        log.append("done")
    asyncio.run(main())
    assert log == [1, 2, "s0", 3, 4, "main", "s1", "done"]


def test_async_callback():
    """A test's async function, awaited by tasks of the solution."""
    running = most = 0

    async def fetch(url):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return url.upper()
    assert asyncio.run(fetch_all(fetch, ["a", "b", "c"])) == ["A", "B", "C"] and most == 3
    assert asyncio.run(solution.grouped(fetch, ["d", "e"])) == ["D", "E"]


def test_limit_of_a_semaphore():
    """One at a time, in order."""
    log = []

    async def fetch(number):
        log.append(f"+{number}")
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        log.append(f"-{number}")
    asyncio.run(fetch_all(fetch, [1, 2, 3], limit=1))
    assert log == ["+1", "-1", "+2", "-2", "+3", "-3"]


def test_sync_callback():
    """A test's function called from a coroutine."""
    got = []
    assert asyncio.run(solution.call_back(lambda value: got.append(value) or -value, 1)) == (-1, -2)
    assert got == [1, 2]


def test_callback_uses_the_loop():
    """A test's function finds the running loop and the current task of the solution's task."""
    found = []

    def callback(value):
        found.append((asyncio.get_running_loop(), asyncio.current_task()))
        return value

    async def main():
        task = solution.start(solution.call_back(callback, 1))
        await task
        return asyncio.get_running_loop(), task
    loop, task = asyncio.run(main())
    assert [seen is loop for seen, _ in found] == [True, True]
    assert all(seen is task for _, seen in found)


def test_error_of_an_async_callback_is_itself():
    """It goes through the solution's tasks and comes back as the very object."""
    error = LookupError("mine")

    async def fetch(url):
        await asyncio.sleep(0)
        raise error
    with pytest.raises(LookupError) as caught:
        asyncio.run(fetch_all(fetch, ["a"]))
    assert caught.value is error
    assert asyncio.run(fetch_all(fetch, ["a"], collect=True)) == [error]
    with pytest.raises(ExceptionGroup) as group:
        asyncio.run(solution.grouped(fetch, ["a"]))
    assert group.value.exceptions == (error,)


def test_retry():
    """The solution handles what a test's async function raises."""
    tries = []

    async def flaky():
        tries.append(1)
        if len(tries) < 3:
            raise ConnectionError
        return len(tries)
    assert asyncio.run(solution.retry(flaky, 5)) == 3
    tries.clear()
    with pytest.raises(ConnectionError):
        asyncio.run(solution.retry(flaky, 2))


def test_wait_for():
    """Timeouts on both sides."""
    async def forever():
        return await solution.within(asyncio.Event().wait(), 0.01, "late")

    async def quick():
        await asyncio.sleep(0)
        return 5
    assert asyncio.run(forever()) == "late"
    assert asyncio.run(solution.within(quick(), 1)) == 5
    assert asyncio.run(solution.within(add(1), 1)) == 3
    log = []

    async def main():
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(solution.sleeper(log), 0.01)
        with pytest.raises(TimeoutError):
            await solution.limited(solution.sleeper(log), 0.01)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await solution.sleeper(log)
        return await solution.limited(quick(), 1)
    assert asyncio.run(main()) == 5
    assert log == ["start", "cancelled", "end"] * 3


def test_timeout_within_a_test_task():
    """asyncio.timeout of the solution cancels the test's task that awaits it, and no more."""
    async def main():
        with pytest.raises(TimeoutError):
            await solution.limited(asyncio.sleep(60), 0.01)
        await asyncio.sleep(0)
        return asyncio.current_task().cancelling()
    assert asyncio.run(main()) == 0


def test_cancel():
    """A cancelled task ends the solution's coroutine, its cleaning up done before the await returns."""
    log = []

    async def main():
        task = asyncio.create_task(solution.sleeper(log))
        await asyncio.sleep(0)
        assert log == ["start"] and task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return task.cancelled()
    assert asyncio.run(main()) and log == ["start", "cancelled", "end"]


def test_cancel_before_the_start():
    """A coroutine that never began does nothing."""
    log = []

    async def main():
        task = asyncio.create_task(solution.sleeper(log))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    asyncio.run(main())
    assert log == []


def test_cancel_is_caught():
    """A coroutine that survives its cancellation returns."""
    log = []

    async def main():
        task = asyncio.create_task(solution.stubborn(log))
        await asyncio.sleep(0)
        task.cancel()
        return await task
    assert asyncio.run(main()) == "stubborn" and log == ["stayed"]


def test_cancelled_by_the_solution():
    """A test's coroutine sees the cancellation by the solution."""
    cancelled = []

    async def slow():
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.append("slow")
            raise

    async def fast():
        await asyncio.sleep(0)
        return "fast"
    assert asyncio.run(solution.first(slow(), fast())) == "fast" and cancelled == ["slow"]


def test_tasks_of_the_solution():
    """A task that the solution gives: awaited, asked, cancelled, waited for."""
    log = []

    async def main():
        task = solution.start_own(log)
        assert isinstance(task, asyncio.Task) and asyncio.isfuture(task) and not task.done()
        assert task.get_name() == "own" and task in asyncio.all_tasks()
        await asyncio.sleep(0)
        assert log == ["start"]
        called = []
        task.add_done_callback(called.append)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.done() and task.cancelled() and called == [task] and task not in asyncio.all_tasks()
        other = solution.start(add(1))
        done, pending = await asyncio.wait({other})
        assert done == {other} and not pending and other.result() == 3 and other.exception() is None
        assert await asyncio.gather(other, solution.start(add(4))) == [3, 6]
        assert await asyncio.shield(solution.start(add(5))) == 7
        failed = solution.start(solution.fail("x"))
        await asyncio.wait([failed])
        assert isinstance(failed.exception(), ValueError)
    asyncio.run(main())


def test_futures_of_the_solution():
    """A future that the solution resolves."""
    async def main():
        future, resolve, fail = solution.promise()
        waiter = asyncio.create_task(solution.wait_for_future(future))
        await asyncio.sleep(0)
        resolve(5)
        assert future.done() and await future == 5 and await waiter == 5
        future, resolve, fail = solution.promise()
        fail(ValueError("no"))
        with pytest.raises(ValueError, match="no"):
            await future
        future, resolve, fail = solution.promise()
        assert future.cancel() and future.cancelled()
        with pytest.raises(asyncio.InvalidStateError):
            resolve(1)
    asyncio.run(main())


def test_futures_of_the_test():
    """A future that a test passes in."""
    async def main():
        future = asyncio.get_running_loop().create_future()
        waiter = asyncio.create_task(solution.wait_for_future(future))
        await asyncio.sleep(0)
        assert not waiter.done()
        solution.fulfil(future, "value")
        assert await waiter == "value" and future.result() == "value"
        task = asyncio.create_task(add(1))
        assert await solution.wait_for_future(task) == 3
        failing = asyncio.create_task(solution.fail("x"))
        error = await solution.exception_of(failing)
        assert isinstance(error, ValueError) and error is failing.exception()
        sleeping = asyncio.create_task(asyncio.sleep(60))
        await asyncio.sleep(0)
        solution.cancel(sleeping)
        with pytest.raises(asyncio.CancelledError):
            await sleeping
    asyncio.run(main())


def test_async_generator():
    """async for, lazily; anext; the end."""
    async def main():
        found = [number async for number in countdown(3)]
        generator = countdown(2)
        assert await generator.__anext__() == 2 and await anext(generator) == 1
        with pytest.raises(StopAsyncIteration):
            await anext(generator)
        return found
    assert asyncio.run(main()) == [3, 2, 1]
    assert solution.events == ["closed", "closed"]


def test_async_generator_sent_and_thrown():
    """asend, athrow, aclose."""
    async def main():
        generator = solution.echo()
        assert await generator.asend(None) is None
        assert await generator.asend("hello") == "hello"
        assert await generator.athrow(ValueError("v")) == "caught v"
        with pytest.raises(KeyError):
            await generator.athrow(KeyError("k"))
        closed = countdown(5)
        assert await anext(closed) == 5 and solution.events == []
        await closed.aclose()
        assert solution.events == ["closed"]
    asyncio.run(main())


def test_async_generator_left_early():
    """Left by break, it is closed by its loop."""
    async def main():
        async for number in countdown(5):
            assert number == 5
            break
        await asyncio.sleep(0.01)
        return list(solution.events)
    asyncio.run(main())
    assert solution.events == ["closed"]


def test_async_generator_open_at_the_end():
    """asyncio.run closes what is still open."""
    async def main():
        nonlocal generator
        generator = countdown(5)
        return await anext(generator)
    generator = None
    assert asyncio.run(main()) == 5
    assert solution.events == ["closed"]


def test_generators_passed_in():
    """The solution iterates over a test's async generator and iterator, and maps them lazily."""
    log = []

    async def numbers():
        try:
            for number in range(3):
                log.append(number)
                yield number
        finally:
            log.append("closed")

    class Iterator:
        left = 3

        def __aiter__(self):
            return self

        async def __anext__(self):
            if not self.left:
                raise StopAsyncIteration
            self.left -= 1
            return self.left

    async def square(number):
        await asyncio.sleep(0)
        return number ** 2

    async def main():
        assert await solution.total(numbers()) == 3
        assert await solution.total(Iterator()) == 3
        assert await solution.total(solution.Often(4)) == 6
        log.clear()
        mapped = solution.mapped(square, numbers())
        assert log == []
        found = [number async for number in mapped]
        assert log == [0, 1, 2, "closed"]
        source = numbers()
        assert await solution.take_one(source) == 0
        await source.aclose()
        return found
    assert asyncio.run(main()) == [0, 1, 4]


def test_async_iterator():
    """An object with __anext__, and one with __aiter__ alone."""
    async def main():
        ticks = solution.Ticks(3)
        assert aiter(ticks) is ticks
        often = solution.Often(2)
        twice = [[number async for number in often] for _ in range(2)]
        return [number async for number in ticks], twice
    assert asyncio.run(main()) == ([2, 1, 0], [[0, 1], [0, 1]])


def test_awaitable():
    """An object with __await__, from both sides."""
    class Mine:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "mine"

    async def main():
        assert await solution.Later(5) == 5
        assert await asyncio.gather(solution.Later(1), solution.Later(2)) == [1, 2]
        assert await asyncio.wait_for(solution.Later(3), 1) == 3
        return await solution.within(Mine(), 1)
    assert asyncio.run(main()) == "mine"


def test_async_context_manager():
    """Entered and left, with errors, by a class and by asynccontextmanager."""
    log = []

    async def main():
        async with solution.Session(log) as value:
            assert value == "entered" and log == ["enter"]
        with pytest.raises(KeyError):
            async with solution.Session(log):
                raise KeyError("x")
        async with solution.Session(log, swallows=True):
            raise LookupError("x")
        async with solution.opened(log) as thing:
            assert thing == "thing"
        with pytest.raises(ZeroDivisionError):
            async with solution.opened(log):
                1 / 0
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(solution.Session(log))
    asyncio.run(main())
    assert log == ["enter", "exit", "enter", "KeyError", "enter", "LookupError", "open", "close", "open", "close",
                   "enter", "exit"]


def test_context_managers_passed_in():
    """A test's async context managers, a class and an asynccontextmanager."""
    log = []

    class Mine:
        async def __aenter__(self):
            log.append("in")
            return 5

        async def __aexit__(self, kind, error, trace):
            await asyncio.sleep(0)
            log.append(kind and kind.__name__)
            return kind is KeyError

    @contextlib.asynccontextmanager
    async def made():
        log.append("made")
        yield 6
        log.append("left")

    async def main():
        assert await solution.use(Mine()) == 5 and await solution.use(made()) == 6
        await solution.use_and_fail(Mine())
        with pytest.raises(KeyError, match="inside"):
            await solution.use_and_fail(made())
    asyncio.run(main())
    assert log == ["in", None, "made", "left", "in", "KeyError", "made"]


def test_queue_of_the_solution():
    """A queue that the solution keeps; one that the test passes in."""
    async def main():
        consumer = asyncio.create_task(solution.consume(3))
        await asyncio.sleep(0)
        await solution.produce([1, 2])
        assert not consumer.done()
        await solution.produce([3])
        mine = asyncio.Queue(maxsize=1)
        producer = asyncio.create_task(solution.produce("ab", mine))
        await asyncio.sleep(0)
        assert not producer.done() and mine.qsize() == 1
        assert [await mine.get() for _ in range(2)] == ["a", "b"]
        await producer
        return await consumer
    assert asyncio.run(main()) == [1, 2, 3]


def test_lock_of_the_solution():
    """Waiters get it in order."""
    async def main():
        guarded, log = solution.make_lock(), []
        await asyncio.gather(guarded("a", log), guarded("b", log))
        return log
    assert asyncio.run(main()) == ["a in", "a out", "b in", "b out"]


def test_event_of_the_solution():
    """Waited for in several tasks, set by the test."""
    async def main():
        wait, set_event, is_set = solution.make_event()
        waiters = [asyncio.create_task(wait()) for _ in range(3)]
        await asyncio.sleep(0)
        assert not is_set() and not any(waiter.done() for waiter in waiters)
        set_event()
        return await asyncio.gather(*waiters)
    assert asyncio.run(main()) == [True, True, True]


def test_timers():
    """call_later of the solution, in order with the test's own."""
    async def main():
        log = []
        solution.later(0.3, log.append, "b")
        solution.later(0.01, log.append, "a")
        asyncio.get_running_loop().call_later(0.15, log.append, "x")
        await asyncio.sleep(0.4)
        return log
    assert asyncio.run(main()) == ["a", "x", "b"]


def test_left_behind():
    """asyncio.run cancels tasks that the solution left."""
    log = []

    async def main():
        await solution.leave_quietly(log)
        kept = solution.leave_behind(log)
        assert len(asyncio.all_tasks()) == 4 == await solution.count_tasks()
        await asyncio.sleep(0)
        return len(kept)
    assert asyncio.run(main()) == 2
    assert sorted(log) == ["cancelled"] * 3 + ["end"] * 3 + ["start"] * 3


def test_context_variables():
    """Each task has its own values of the solution's context variables, and inherits its creator's."""
    mine = contextvars.ContextVar("mine", default=0)

    async def child(value):
        inherited = solution.get_request()
        solution.set_request(value)
        await asyncio.sleep(0)
        return inherited, solution.get_request()

    async def read():
        await asyncio.sleep(0)
        return mine.get()

    async def main():
        assert await asyncio.gather(*map(solution.handle_request, "ab")) == ["a", "b"]
        assert solution.get_request() == "none"
        solution.set_request("main")
        assert await asyncio.gather(child("c"), child("d")) == [("main", "c"), ("main", "d")]
        assert await solution.handle_request("here") == "here" == solution.get_request()
        mine.set(5)
        return await fetch_all(lambda _: read(), [1])
    assert asyncio.run(main()) == [5]
    assert solution.get_request() == "none"


def test_two_loops():
    """Each asyncio.run is a loop of its own."""
    assert asyncio.run(add(1)) == 3

    async def main():
        return await asyncio.gather(solution.steps("a", []), solution.within(add(2), 1))
    assert asyncio.run(main()) == ["a", 4]
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    solution.fulfil(future, 5)
    assert loop.run_until_complete(solution.wait_for_future(future)) == 5
    assert loop.run_until_complete(fetch_all(add, [1, 2])) == [3, 4]
    assert loop.run_until_complete(solution.threaded(2)) == 4
    loop.close()


def test_many_loops():
    """A loop takes nothing with it that would run out."""
    for number in range(400):
        assert asyncio.run(add(number)) == number + 2


def test_run_in_the_solution():
    """asyncio.run called by the solution, with coroutines and functions of the test."""
    log = []

    async def mine(name):
        log.append((name, 1))
        await asyncio.sleep(0)
        log.append((name, 2))
        await asyncio.sleep(0.001)
        assert asyncio.get_running_loop() and asyncio.current_task()
        async with asyncio.timeout(1):
            return await add(1)
    assert solution.run_here(mine("a")) == 3 and solution.run_here(add(2)) == 4
    log.clear()
    assert solution.run_all(mine, ["b", "c"]) == [3, 3]
    assert log == [("b", 1), ("c", 1), ("b", 2), ("c", 2)]


def test_run_in_the_solution_while_a_loop_runs():
    """As in one process it is refused by asyncio."""
    async def main():
        coroutine = add(1)
        with pytest.raises(RuntimeError, match="cannot be called from a running event loop"):
            solution.run_here(coroutine)
        coroutine.close()
    asyncio.run(main())


def test_threads():
    """to_thread of both sides, with functions of both sides."""
    async def main():
        return await asyncio.gather(solution.threaded(1), solution.threaded(2), asyncio.to_thread(lambda: 3),
                                    asyncio.to_thread(solution.double, 4), solution.in_thread(lambda value: -value, 5))
    assert asyncio.run(main()) == [2, 4, 3, 8, -5]


def test_subprocess():
    """A program that the solution starts on its loop."""
    assert asyncio.run(solution.run_program("hello")) == b"hello\n"


def test_decorated():
    """A decorator of the solution around a test's async function."""
    @solution.traced
    async def greet(name):
        """Greets."""
        await asyncio.sleep(0)
        return f"hello {name}"
    assert asyncio.iscoroutinefunction(greet) and greet.__name__ == "greet" and greet.__doc__ == "Greets."
    assert asyncio.run(greet("x")) == "hello x" and solution.events == ["before", "after"]


def test_kinds_of_functions_passed_in():
    """The solution can tell a test's async functions from others."""
    async def asynchronous():
        """Never called."""
    assert solution.is_coroutine_function(asynchronous) and solution.is_coroutine_function(AsyncMock())
    assert not solution.is_coroutine_function(lambda: None) and solution.is_coroutine_function(add)


def test_async_mock():
    """Mocks count awaits."""
    handle = AsyncMock(side_effect=[1, ConnectionError("x"), 3])
    assert asyncio.run(solution.retry(handle, 2)) == 1
    assert asyncio.run(solution.retry(handle, 2)) == 3
    assert handle.await_count == 3
    handle = AsyncMock(return_value="ok")
    assert asyncio.run(fetch_all(handle, ["a", "b"])) == ["ok", "ok"]
    handle.assert_any_await("a")
    handle.assert_any_await("b")


def test_patched_sleep():
    """A patch of asyncio.sleep, in the solution's module."""
    slept = []

    async def sleep(seconds):
        slept.append(seconds)
    flaky = AsyncMock(side_effect=[ConnectionError, ConnectionError, "ok"])
    with patch("solution.asyncio.sleep", sleep):
        assert asyncio.run(solution.backoff(flaky, 5)) == "ok"
    assert slept == [1, 2]


def test_patched_coroutine_function():
    """patch makes an AsyncMock of an async function, and the solution calls it."""
    with patch.object(solution, "add") as mock:
        assert isinstance(mock, AsyncMock)
        mock.return_value = 7
        assert asyncio.run(solution.spread(3)) == 21
    assert asyncio.run(solution.spread(3)) == 9


def test_current_task():
    """The solution sees the task of the test that awaits it."""
    async def main():
        asyncio.current_task().set_name("mine")
        return solution.name_of_task()
    assert asyncio.run(main()) == "mine"


def test_never_awaited():
    """A coroutine that nobody awaits does nothing, and hinders nobody."""
    add(1).close()
    countdown(3)

    async def main():
        coroutine = solution.steps("a", log)
        await asyncio.sleep(0)
        coroutine.close()
    log = []
    asyncio.run(main())
    assert log == []


def test_many_steps():
    """Long rows of steps, many tasks."""
    assert asyncio.run(solution.spin(2000)) == 2000
    assert asyncio.run(solution.spread(500)) == 125750

    async def mine(number):
        await asyncio.sleep(0)
        return number
    assert sum(asyncio.run(fetch_all(mine, list(range(100))))) == 4950


def test_changes_in_place():
    """A list changed by the solution between two awaits, and by the test."""
    async def main():
        log = []
        task = asyncio.create_task(solution.steps("s", log, 3))
        await asyncio.sleep(0)
        assert log == ["s0"]
        log.clear()
        await asyncio.sleep(0)
        log.append("mine")
        await task
        return log
    assert asyncio.run(main()) == ["s1", "mine", "s2"]


def test_assertion_that_comes_out():
    """An assertion of a test's coroutine, on its way through the solution."""
    async def check(url):
        assert url == "b", "wrong"
    with pytest.raises(AssertionError, match="wrong"):
        asyncio.run(fetch_all(check, ["a"]))


class Isolated(unittest.IsolatedAsyncioTestCase):
    """Tests that are coroutines themselves."""

    async def asyncSetUp(self):
        """Set up in the loop."""
        self.log = []
        solution.set_request("set up")

    async def test_awaits(self):
        """The loop and the context are those of the set-up."""
        self.assertEqual(await add(1), 3)
        self.assertEqual(solution.get_request(), "set up")
        task = asyncio.create_task(solution.steps("a", self.log))
        await asyncio.sleep(0)
        self.assertEqual(self.log, ["a0"])
        self.assertEqual(await task, "a")
        with self.assertRaises(ValueError):
            await solution.fail("x")

    async def test_cleans_up(self):
        """Clean-ups are awaited."""
        self.addAsyncCleanup(add, 1)
        async with solution.Session(self.log):
            self.assertEqual(self.log, ["enter"])
