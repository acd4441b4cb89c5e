import asyncio
import contextlib

import pytest

from solution import AsyncLock, Connection, EventBus, Pool, debounce


def run(coroutine):
    return asyncio.run(coroutine)


def test_connection_opens_and_closes():
    async def main():
        connection = Connection("db")
        async with connection as same:
            assert same is connection
            assert connection.state == "open"
            assert await connection.query("1+1") == "db: 1+1"
        return connection.state

    assert run(main()) == "closed"


def test_connection_rolls_back_on_error():
    async def main():
        connection = Connection("db")
        with pytest.raises(KeyError):
            async with connection:
                raise KeyError("x")
        return connection.log

    assert run(main()) == ["open", "rollback", "close"]


def test_query_without_opening():
    with pytest.raises(RuntimeError, match="not open"):
        run(Connection("db").query("x"))


def test_pool_hands_out_again():
    made = []

    def make():
        made.append(Connection(f"c{len(made)}"))
        return made[-1]

    async def main():
        pool = Pool(make, size=2)
        async with pool.acquire() as a, pool.acquire() as b:
            assert a is not b
        async with pool.acquire() as c:
            assert c in (a, b)
        return len(made)

    assert run(main()) == 2


def test_pool_makes_others_wait():
    async def main():
        pool = Pool(lambda: object(), size=1)
        async with pool.acquire():
            with pytest.raises(asyncio.TimeoutError):
                async with pool.acquire(timeout=0.01):
                    pass
        async with pool.acquire(timeout=1):
            return True

    assert run(main())


def test_lock_keeps_order():
    order = []

    async def worker(lock, name):
        async with lock:
            order.append(f"{name} in")
            await asyncio.sleep(0)
            order.append(f"{name} out")

    async def main():
        lock = AsyncLock()
        await asyncio.gather(*(worker(lock, n) for n in "ab"))
        assert not lock.locked

    run(main())
    assert order == ["a in", "a out", "b in", "b out"]


def test_bus_takes_sync_and_async_callbacks():
    got = []

    async def slow(event):
        await asyncio.sleep(0)
        got.append(("async", event))

    async def main():
        bus = EventBus()
        bus.on("x", lambda event: got.append(("sync", event)))
        bus.on("x", slow)
        return await bus.emit("x", 1), await bus.emit("y", 2)

    assert run(main()) == (2, 0)
    assert got == [("sync", 1), ("async", 1)]


def test_debounce_calls_once():
    calls = []

    async def main():
        @debounce(0.005)
        async def save(text):
            calls.append(text)

        for text in "abc":
            save(text)
        await asyncio.sleep(0.05)

    run(main())
    assert calls == ["c"]


def test_exit_stack():
    async def main():
        connections = [Connection(n) for n in "ab"]
        async with contextlib.AsyncExitStack() as stack:
            for c in connections:
                await stack.enter_async_context(c)
            assert [c.state for c in connections] == ["open", "open"]
        return {c.state for c in connections}

    assert run(main()) == {"closed"}
