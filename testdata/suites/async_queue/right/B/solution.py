import asyncio
from collections import deque


class Closed(RuntimeError):
    """Too late."""


async def produce(queue, items):
    for item in [*items, None]:
        await queue.put(item)


class WorkerPool:
    def __init__(self, handle, size):
        self.handle, self.gate, self.tasks = handle, asyncio.Semaphore(size), set()
        self.open = False

    async def __aenter__(self):
        self.open = True
        return self

    async def __aexit__(self, *info):
        self.open = False
        if self.tasks:
            await asyncio.wait(self.tasks)

    async def _run(self, job):
        async with self.gate:
            return await self.handle(job)

    def submit(self, job):
        if not self.open:
            raise Closed
        task = asyncio.ensure_future(self._run(job))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task


class Channel:
    def __init__(self):
        self.items = deque()
        self.news = asyncio.Condition()
        self.closing = asyncio.Event()

    async def send(self, item):
        if self.closing.is_set():
            raise Closed
        async with self.news:
            self.items.append(item)
            self.news.notify()

    def close(self):
        self.closing.set()

    async def receive(self):
        async with self.news:
            await self.news.wait_for(lambda: self.items)
            return self.items.popleft()

    async def __aiter__(self):
        while True:
            if self.items:
                yield self.items.popleft()
            elif self.closing.is_set():
                return
            else:
                await asyncio.sleep(0)
