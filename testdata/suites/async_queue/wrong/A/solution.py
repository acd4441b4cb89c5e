import asyncio


class Closed(Exception):
    pass


async def produce(queue, items):
    for item in items:
        queue.put_nowait(item)
    queue.put_nowait(None)


class WorkerPool:
    def __init__(self, handle, size):
        self._handle = handle
        self._size = size
        self._queue = asyncio.Queue()
        self._closed = False

    async def __aenter__(self):
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._size)]
        return self

    async def __aexit__(self, *info):
        self._closed = True
        await self._queue.join()
        for worker in self._workers:
            worker.cancel()

    def submit(self, job):
        if self._closed:
            raise Closed("pool is closed")
        future = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((job, future))
        return future

    async def _work(self):
        while True:
            job, future = await self._queue.get()
            await self._answer(job, future)
            self._queue.task_done()

    async def _answer(self, job, future):
        try:
            future.set_result(await self._handle(job))
        except Exception as error:
            future.set_exception(error)


class Channel:
    _END = object()

    def __init__(self):
        self._queue = asyncio.Queue()
        self._closed = False

    async def send(self, item):
        if self._closed:
            raise Closed("channel is closed")
        await self._queue.put(item)

    async def receive(self):
        item = await self._queue.get()
        if item is self._END:
            self._queue.put_nowait(item)
            raise Closed("channel is closed")
        return item

    def close(self):
        self._closed = True
        self._queue.put_nowait(self._END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.receive()
        except Closed:
            raise StopAsyncIteration from None
