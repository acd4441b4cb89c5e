import asyncio


async def fetch_all(fetch, urls, collect=False, limit=None):
    gate = asyncio.Semaphore(limit or len(urls) or 1)

    async def one(url):
        async with gate:
            return await fetch(url)

    return await asyncio.gather(*(one(u) for u in urls), return_exceptions=collect)


async def with_timeout(awaitable, seconds, default=None):
    try:
        return await asyncio.wait_for(awaitable, seconds)
    except asyncio.TimeoutError:
        return default


async def countdown(n):
    return list(range(n, 0, -1))


async def ticker(log):
    log("start")
    n = 0
    while True:
        n += 1
        yield n


async def first_done(*coroutines):
    tasks = [asyncio.create_task(c) for c in coroutines]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()


async def retry(func, times):
    for attempt in range(times):
        try:
            return await func()
        except Exception:
            if attempt == times - 1:
                raise
            await asyncio.sleep(0)
