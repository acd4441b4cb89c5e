import asyncio
import inspect

import pytest

from solution import countdown, fetch_all, first_done, retry, ticker, with_timeout


def test_fetch_all_runs_at_the_same_time():
    running = 0
    most = 0

    async def fetch(url):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return url.upper()

    assert asyncio.run(fetch_all(fetch, ["a", "b", "c"])) == ["A", "B", "C"]
    assert most == 3


def test_fetch_all_collects_errors():
    async def fetch(url):
        if url == "bad":
            raise ValueError(url)
        return url

    good, bad = asyncio.run(fetch_all(fetch, ["x", "bad"], collect=True))
    assert good == "x"
    assert isinstance(bad, ValueError) and bad.args == ("bad",)


def test_limit():
    log = []

    async def fetch(n):
        log.append(f"+{n}")
        await asyncio.sleep(0)
        log.append(f"-{n}")

    asyncio.run(fetch_all(fetch, [1, 2, 3], limit=1))
    assert log == ["+1", "-1", "+2", "-2", "+3", "-3"]


def test_timeout():
    async def main():
        never = asyncio.Event()
        return await with_timeout(never.wait(), 0.01, default="late")

    assert asyncio.run(main()) == "late"


def test_in_time():
    async def quick():
        return 5

    assert asyncio.run(with_timeout(quick(), 1)) == 5


def test_async_generator():
    async def collect():
        return [n async for n in countdown(3)]

    assert asyncio.run(collect()) == [3, 2, 1]


def test_async_generator_is_lazy_and_closes():
    seen = []

    async def main():
        gen = ticker(seen.append)
        assert seen == []
        assert await gen.__anext__() == 1
        assert await anext(gen) == 2
        await gen.aclose()

    asyncio.run(main())
    assert seen == ["start", "stop"]


def test_first_done_cancels_the_rest():
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

    assert asyncio.run(first_done(slow(), fast())) == "fast"
    assert cancelled == ["slow"]


def test_retry_awaits_the_callback():
    tries = []

    async def flaky():
        tries.append(1)
        if len(tries) < 3:
            raise ConnectionError
        return len(tries)

    assert asyncio.run(retry(flaky, times=5)) == 3
    tries.clear()
    with pytest.raises(ConnectionError):
        asyncio.run(retry(flaky, times=2))


def test_kinds():
    assert inspect.iscoroutinefunction(fetch_all)
    assert asyncio.iscoroutinefunction(retry)
    assert inspect.isasyncgenfunction(countdown)
