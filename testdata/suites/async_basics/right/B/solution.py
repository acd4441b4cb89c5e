import asyncio
import itertools


async def fetch_all(fetch, urls, collect=False, limit=0):
    results = [None] * len(urls)
    todo = iter(list(enumerate(urls)))

    async def worker():
        for i, url in todo:
            try:
                results[i] = await fetch(url)
            except Exception as error:
                if not collect:
                    raise
                results[i] = error

    async with asyncio.TaskGroup() as group:
        for _ in range(limit or len(urls)):
            group.create_task(worker())
    return results


async def with_timeout(awaitable, seconds, default=None):
    try:
        async with asyncio.timeout(seconds):
            return await awaitable
    except TimeoutError:
        return default


async def countdown(n):
    for i in reversed(range(n)):
        yield i + 1


async def ticker(log):
    class Run:
        async def __aenter__(self):
            log("start")

        async def __aexit__(self, *info):
            log("stop")

    async with Run():
        for n in itertools.count(1):
            yield n


async def first_done(*coroutines):
    loop = asyncio.get_running_loop()
    tasks = list(map(loop.create_task, coroutines))
    for earliest in asyncio.as_completed(tasks):
        result = await earliest
        break
    for task in tasks:
        if not task.done():
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                pass
    return result


async def retry(func, times):
    try:
        return await func()
    except Exception:
        if times == 1:
            raise
    return await retry(func, times - 1)
