import asyncio
from collections import defaultdict, deque


class Connection:
    def __init__(self, name):
        self.name, self.log = name, []

    @property
    def state(self):
        return {"open": "open", "close": "closed"}.get((self.log or ["new"])[-1], "new")

    async def __aenter__(self):
        self.log += ["open"]
        return self

    async def __aexit__(self, kind, *rest):
        self.log += ["rollback"] * bool(kind) + ["close"]
        return False

    async def query(self, text):
        if not self.state == "open":
            raise RuntimeError(self.name + " is not open")
        await asyncio.sleep(0)
        return ": ".join((self.name, text))


class _Lease:
    def __init__(self, pool, timeout):
        self.pool, self.timeout = pool, timeout

    async def __aenter__(self):
        async with asyncio.timeout(self.timeout):
            while self.pool.used >= self.pool.size:
                await asyncio.sleep(0)
        self.pool.used += 1
        self.thing = self.pool.idle.popleft() if self.pool.idle else self.pool.make()
        return self.thing

    async def __aexit__(self, *info):
        self.pool.used -= 1
        self.pool.idle.append(self.thing)


class Pool:
    def __init__(self, make, size):
        self.make, self.size, self.used, self.idle = make, size, 0, deque()

    def acquire(self, timeout=None):
        return _Lease(self, timeout)


class AsyncLock:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def __aenter__(self):
        await self._lock.acquire()

    async def __aexit__(self, *info):
        self._lock.release()

    locked = property(lambda self: self._lock.locked())


class EventBus:
    def __init__(self):
        self._table = defaultdict(list)

    def on(self, name, handler):
        self._table[name] += [handler]

    async def emit(self, name, event):
        for handler in self._table[name]:
            if asyncio.iscoroutinefunction(handler):
                await handler(event)
            else:
                handler(event)
        return len(self._table[name])


class debounce:
    def __init__(self, seconds):
        self.seconds, self.number = seconds, 0

    def __call__(self, func):
        async def later(number, *args):
            await asyncio.sleep(self.seconds)
            if number == self.number:
                await func(*args)

        def start(*args):
            self.number += 1
            return asyncio.ensure_future(later(self.number, *args))

        return start
