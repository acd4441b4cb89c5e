import asyncio
import contextlib
import functools
import inspect


class Connection:
    def __init__(self, name):
        self.name = name
        self.state = "new"
        self.log = []

    async def __aenter__(self):
        await asyncio.sleep(0)
        self.state = "open"
        self.log.append("open")
        return self

    async def __aexit__(self, kind, error, traceback):
        if kind is not None:
            self.log.append("rollback")
        self.state = "closed"
        self.log.append("close")

    async def query(self, text):
        if self.state != "open":
            raise RuntimeError("connection is not open")
        return f"{self.name}: {text}"


class Pool:
    def __init__(self, make, size):
        self.make = make
        self.free = []
        self.gate = asyncio.Semaphore(size)

    @contextlib.asynccontextmanager
    async def acquire(self, timeout=None):
        thing = self.free.pop() if self.free else self.make()
        try:
            yield thing
        finally:
            self.free.append(thing)


class AsyncLock:
    def __init__(self):
        self.locked = False
        self._waiting = []

    async def __aenter__(self):
        if self.locked:
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn
        self.locked = True

    async def __aexit__(self, *info):
        if self._waiting:
            self._waiting.pop(0).set_result(None)
        else:
            self.locked = False


class EventBus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    async def emit(self, name, event):
        handlers = self.handlers.get(name, [])
        for handler in handlers:
            result = handler(event)
            if inspect.isawaitable(result):
                await result
        return len(handlers)


def debounce(seconds):
    def decorate(func):
        timer = None

        @functools.wraps(func)
        def wrapper(*args):
            nonlocal timer
            if timer is not None:
                timer.cancel()
            loop = asyncio.get_running_loop()
            timer = loop.call_later(seconds, lambda: loop.create_task(func(*args)))

        return wrapper

    return decorate
